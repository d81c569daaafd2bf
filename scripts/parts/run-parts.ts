/** npm scripts that need each other, in their order. */
export interface Part {
  readonly scripts: readonly string[]
  /** Gets the time that other parts leave. */
  readonly inBackground?: boolean
}

/** Runs one script; returns whether it passed. */
export type RunScript = (script: string, inBackground: boolean) => Promise<boolean>

/**
 * Runs parts, `lanes` of them at once; each lane takes the next one that waits. Every part runs whatever fails, but ends
 * with its first script that does. Returns whether all passed.
 */
export async function runParts(parts: readonly Part[], lanes: number, run: RunScript): Promise<boolean> {
  const waiting = [...parts]
  let passed = true
  async function lane(): Promise<void> {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift())
      if (!(await runPart(part, run))) passed = false
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return passed
}

async function runPart({ scripts, inBackground = false }: Part, run: RunScript): Promise<boolean> {
  for (const script of scripts) if (!(await run(script, inBackground))) return false
  return true
}
