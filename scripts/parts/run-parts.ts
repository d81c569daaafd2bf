/** npm scripts that depend on each other, in their order. */
export interface Part {
  readonly scripts: readonly string[]
  /** Gets the CPU time that other parts leave. */
  readonly inBackground?: boolean
}

/** Runs one script; returns what failed, as lines: nothing if it passed. */
export type RunScript = (script: string, inBackground: boolean) => Promise<readonly string[]>

/**
 * Runs parts, `lanes` of them in parallel; each lane takes the next one that is waiting. Every part runs even if others
 * fail, but stops at its first failing script. Returns what failed.
 */
export async function runParts(
  parts: readonly Part[],
  lanes: number,
  run: RunScript,
): Promise<readonly string[]> {
  const waiting = [...parts]
  const failed: string[] = []
  async function lane(): Promise<void> {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift())
      failed.push(...(await runPart(part, run)))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return failed
}

async function runPart({ scripts, inBackground = false }: Part, run: RunScript): Promise<readonly string[]> {
  for (const script of scripts) {
    const failed = await run(script, inBackground)
    if (failed.length > 0) return failed
  }
  return []
}
