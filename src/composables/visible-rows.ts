/** A row to be drawn, and how far (px) below the row that is drawn before it. */
export interface VisibleRow {
  readonly index: number
  readonly gap: number
}

export interface VisibleRows {
  readonly rows: readonly VisibleRow[]
  /** What lies below the last drawn row, px. */
  readonly after: number
}

/**
 * Which rows of a list are drawn: those that reach into the span `from` to `to` (px from the list's top), and those
 * that must be kept wherever they are. Their gaps stand in for the others.
 */
export function visibleRows(
  count: number,
  heightOf: (index: number) => number,
  span: { readonly from: number; readonly to: number },
  kept: ReadonlySet<number>,
): VisibleRows {
  const rows: VisibleRow[] = []
  let top = 0
  let drawnTo = 0
  for (let index = 0; index < count; index += 1) {
    const bottom = top + heightOf(index)
    if ((bottom > span.from && top < span.to) || kept.has(index)) {
      rows.push({ index, gap: top - drawnTo })
      drawnTo = bottom
    }
    top = bottom
  }
  return { rows, after: top - drawnTo }
}
