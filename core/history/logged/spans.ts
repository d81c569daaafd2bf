/** A span of time, epoch ms. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A span on an extension. */
export interface OpenSpan extends Span {
  readonly extension: string
}

/** Where both lists of spans overlap, in order. */
export const overlaps = (some: readonly Span[], others: readonly Span[]): readonly Span[] =>
  union(some.flatMap((one) => others.flatMap((other) => overlap(one, other))))

/** What of the first spans the others don't cover, in order. */
export const uncovered = (some: readonly Span[], others: readonly Span[]): readonly Span[] =>
  union(others.reduce((left, other) => left.flatMap((one) => without(one, other)), some))

/** The same time in as few spans as possible, in order. */
export function union(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1)
    if (last === undefined || span.from > last.to) joined.push(span)
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
  }
  return joined
}

const some = (from: number, to: number): readonly Span[] => (from < to ? [{ from, to }] : [])

const overlap = (one: Span, other: Span): readonly Span[] =>
  some(Math.max(one.from, other.from), Math.min(one.to, other.to))

const without = (one: Span, other: Span): readonly Span[] => [
  ...some(one.from, Math.min(one.to, other.from)),
  ...some(Math.max(one.from, other.to), one.to),
]
