import type { EntriesRead, EntryProblem } from './entry-problem.ts'
import { readEntry } from './entry-reader.ts'
import type { EntryReader } from './entry-reader.ts'

/**
 * A list from `unknown`: every entry without problems, and each problem with its path. Of two
 * entries with the same name the first counts.
 */
export function readList<T extends { readonly name: string }>(
  raw: unknown,
  path: string,
  most: number,
  read: (entry: EntryReader) => T,
): EntriesRead<readonly T[]> {
  if (raw === undefined) return { value: [], problems: [] }
  if (!Array.isArray(raw)) return { value: [], problems: [{ path, why: 'wrong-type' }] }
  const list: readonly unknown[] = raw
  const problems: EntryProblem[] = list.length > most ? [{ path: `${path}[${most}]`, why: 'too-many' }] : []
  const found = new Map<string, T>()
  for (const [index, one] of list.slice(0, most).entries()) {
    const entry = readEntry(one, `${path}[${index}]`, problems)
    if (!entry.ok()) continue
    const value = read(entry)
    if (entry.ok() && found.has(value.name)) entry.wrong('name', 'duplicate')
    if (entry.ok()) found.set(value.name, value)
  }
  return { value: [...found.values()], problems }
}
