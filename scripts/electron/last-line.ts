/**
 * The last line of a program's output that reads as an error, otherwise its last line; null if there is none. Stack
 * frames don't count.
 */
export function lastLine(output: string): string | null {
  const lines = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
    .map((line) => line.trim())
  return lines.findLast((line) => /error|fatal|cannot|can't|failed/i.test(line)) ?? lines.at(-1) ?? null
}
