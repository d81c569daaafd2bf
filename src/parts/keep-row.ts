interface Keyed {
  readonly key: string
}

/** `now`, plus the row of `heldKey` if it is no longer included: after the row that it followed in `before`. */
export function keepRow<Row extends Keyed>(
  before: readonly Row[],
  now: readonly Row[],
  heldKey: string | null,
): readonly Row[] {
  const index = before.findIndex(({ key }) => key === heldKey)
  const row = before[index]
  if (row === undefined || now.some(({ key }) => key === heldKey)) return now
  const above = before.slice(0, index).map(({ key }) => key)
  return now.toSpliced(now.findLastIndex(({ key }) => above.includes(key)) + 1, 0, row)
}
