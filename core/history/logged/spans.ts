import type { Span } from '../../call-log/span.ts'

/** Where both lists of spans overlap, in order. */
export function overlaps(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  const [left, right] = [union(some), union(others)]
  const both: Span[] = []
  let [here, there] = [left[0], right[0]]
  for (let [one, other] = [0, 0]; here !== undefined && there !== undefined;) {
    const span = { from: Math.max(here.from, there.from), to: Math.min(here.to, there.to) }
    if (span.from < span.to) both.push(span)
    if (here.to < there.to) here = left[++one]
    else there = right[++other]
  }
  return both
}

/** What of the first spans the others don't cover, in order. */
export function uncovered(some: readonly Span[], others: readonly Span[]): readonly Span[] {
  const edges = union(others)
  const between = [...edges, { from: Infinity, to: Infinity }].map(({ from }, index) => ({
    from: edges[index - 1]?.to ?? -Infinity,
    to: from,
  }))
  return overlaps(some, between)
}

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
