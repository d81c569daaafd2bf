/** Thresholds of single queues as they are typed: `11: 60, 12: 300`. */
export const thresholdText = (thresholds: Readonly<Record<string, number>>): string =>
  Object.entries(thresholds)
    .map(([id, seconds]) => `${id}: ${seconds}`)
    .join(', ')

/** The typed thresholds, in seconds by id. What isn't a number of seconds becomes NaN, which main refuses. */
export function readThresholds(text: string): Readonly<Record<string, number>> {
  const entries = listOf(text).map((entry): [string, number] => {
    const colon = entry.lastIndexOf(':')
    const seconds = entry.slice(colon + 1).trim()
    return [entry.slice(0, Math.max(0, colon)).trim(), seconds === '' ? NaN : Number(seconds)]
  })
  return Object.fromEntries(entries)
}

/** The entries of a comma-separated text; empty ones are dropped. */
export const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
