/** A stretch of numbers, both ends included; never empty. */
export interface Span {
  readonly least: number
  readonly most: number
}

/** What two spans have in common, or null. */
export function overlap(one: Span, other: Span): Span | null {
  const [least, most] = [Math.max(one.least, other.least), Math.min(one.most, other.most)]
  return least <= most ? { least, most } : null
}

/** How far a number lies outside a span; 0 within it. */
export const outside = (value: number, { least, most }: Span): number =>
  Math.max(0, least - value, value - most)

export const middle = ({ least, most }: Span): number => Math.round((least + most) / 2)

/** A span that begins and ends later by `by`. */
export const moved = ({ least, most }: Span, by: number): Span => ({ least: least + by, most: most + by })

/** A span with `by` more at either end. */
export const widened = ({ least, most }: Span, by: number): Span => ({ least: least - by, most: most + by })
