/** One printed line: a value, with its unit, digits after the point and limit, if it has any. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit?: string
  readonly digits?: number
  readonly limit?: number
}

export const figure = (name: string, value: number, form: Omit<Figure, 'name' | 'value'> = {}): Figure => ({
  name,
  value,
  ...form,
})

/** The value below which a share of `part` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

/** Ms that the work takes. */
export function taken(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Ms that the work takes, median of as many rounds. */
export const medianTaken = (rounds: number, work: () => unknown): number =>
  percentile(
    Array.from({ length: rounds }, () => taken(work)),
    0.5,
  )
