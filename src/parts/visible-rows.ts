/** A row to be drawn, and how far (px) below the previously drawn row. */
export interface VisibleRow {
  readonly index: number
  readonly gap: number
}

export interface VisibleRows {
  readonly rows: readonly VisibleRow[]
  /** The height below the last drawn row, px. */
  readonly after: number
}

/**
 * Which rows of a list are drawn: those that reach into the span `from` to `to` (px from the list's top), and those
 * in `always`, wherever they are. Gaps replace the others. `tops`: where each row starts, and where
 * the last one ends.
 */
export function visibleRows(
  tops: Float64Array,
  span: { readonly from: number; readonly to: number },
  always: readonly number[],
): VisibleRows {
  const count = tops.length - 1
  const topOf = (index: number): number => tops[index] ?? 0
  const drawn = new Set(always.filter((index) => index >= 0 && index < count))
  for (let index = firstBelow(tops, span.from); index < count && topOf(index) < span.to; index += 1)
    drawn.add(index)
  let end = 0
  const rows = [...drawn]
    .sort((one, other) => one - other)
    .map((index) => {
      const gap = topOf(index) - end
      end = topOf(index + 1)
      return { index, gap }
    })
  return { rows, after: topOf(count) - end }
}

/** The first row that ends below `edge`, by binary search: a list may have a hundred thousand. */
export function firstBelow(tops: Float64Array, edge: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle + 1] ?? 0) > edge) high = middle
    else low = middle + 1
  }
  return low
}
