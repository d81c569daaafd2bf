/** One printed line: a value, its unit, and its limit (null for none). */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly digits: number
  readonly limit: number | null
}

/** The value below which a share of `part` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
