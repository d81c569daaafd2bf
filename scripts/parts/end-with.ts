/** Ends a command that ran parts: what failed comes last, where it is read first. */
export function endWith(failed: readonly string[]): void {
  if (failed.length === 0) return
  process.stdout.write(`\n${failed.join('\n')}\n`)
  process.exitCode = 1
}
