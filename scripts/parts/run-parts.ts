/** npm scripts that depend on each other, in their order. */
export interface Part {
  readonly scripts: readonly string[]
  /** Gets the CPU time that other parts leave. */
  readonly inBackground?: boolean
}

/** Runs one script; returns whether it passed. */
export type RunScript = (script: string, inBackground: boolean) => Promise<boolean>

/**
 * Runs parts, `lanes` of them in parallel; each lane takes the next one that is waiting. Every part runs even if others
 * fail, but stops at its first failing script. Returns whether all passed.
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
