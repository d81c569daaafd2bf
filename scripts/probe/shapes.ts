/** Describes the values of a response without revealing any. */

export type Row = Readonly<Record<string, unknown>>

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The objects in a list; none for anything else. */
export const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isRow) : [])

/** The value of a field, whatever the case of its name; undefined if there is none. */
export function field(row: Row, name: string): unknown {
  const key = Object.keys(row).find((one) => one.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : row[key]
}

/** The kind of a value. */
export const kindOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'list'
      : typeof value === 'object'
        ? 'object'
        : typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
          ? 'number as text'
          : typeof value

/** The distinct words and how often each occurs, the most frequent first, such as `object (7), list (1)`. */
export function counted(words: readonly string[]): string {
  const groups = [...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length] as const)
  return groups
    .toSorted(([, one], [, other]) => other - one)
    .map(([word, count]) => `${word} (${count})`)
    .join(', ')
}

/** A word of the API, unchanged; anything else, such as a name or a number, is replaced. */
export const wordOnly = (value: unknown): string =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9]{0,19}$/.test(value) && !/\d{3}/.test(value)
    ? value
    : `<${kindOf(value)}>`
