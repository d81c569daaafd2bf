interface Keyed {
  readonly key: string
}

/** `now`, with the row of `kept` if it is no longer among them: after the row that it stood after in `before`. */
export function keepRow<Row extends Keyed>(
  before: readonly Row[],
  now: readonly Row[],
  kept: string | null,
): readonly Row[] {
  const index = before.findIndex(({ key }) => key === kept)
  const row = before[index]
  if (row === undefined || now.some(({ key }) => key === kept)) return now
  const above = before.slice(0, index).map(({ key }) => key)
  return now.toSpliced(now.findLastIndex(({ key }) => above.includes(key)) + 1, 0, row)
}
