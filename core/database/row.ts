import type { SQLOutputValue } from 'node:sqlite'

/** One row as SQLite returns it. */
export type Row = Record<string, SQLOutputValue>

/** A text column; `''` for NULL. */
export function text(row: Row, column: string): string {
  const value = row[column]
  return typeof value === 'string' ? value : ''
}

/** An integer column; 0 for NULL. */
export const integer = (row: Row, column: string): number => integerOrNull(row, column) ?? 0

export function integerOrNull(row: Row, column: string): number | null {
  const value = row[column]
  return typeof value === 'number' ? value : null
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column]
  return typeof value === 'string' ? value : null
}

export const flag = (row: Row, column: string): boolean => row[column] === 1

/** The one of `words` that the column contains, or `otherwise`. */
export const oneOf = <T extends string>(
  row: Row,
  column: string,
  words: readonly T[],
  otherwise: NoInfer<T>,
): T => words.find((word) => word === row[column]) ?? otherwise
