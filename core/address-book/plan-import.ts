import { foldText } from '../fold-text.ts'
import type { EntryText } from './entry.ts'
import { keysOf, type IndexedEntry } from './entry-index.ts'
import { readEntry, type ReadEntry } from './read-entry.ts'

/** What an import did with the entries of a file. They add up to their number, except `shortened` and `shared`. */
export interface ImportCounts {
  readonly added: number
  /** Entries that were there with the same name and number, and now have what the file had in addition. */
  readonly updated: number
  readonly known: number
  readonly withoutNumber: number
  readonly withoutName: number
  /** Entries of which something was longer than an entry can be. */
  readonly shortened: number
  /** Numbers of the file that now have more than one name. */
  readonly shared: number
}

/** The address book as an import finds it. */
export interface ImportTarget {
  readonly of: (key: string) => readonly IndexedEntry[]
  readonly nextId: number
  readonly nextSaved: number
  readonly region: string
}

export interface ImportPlan {
  /** Entries to add or replace, by id. */
  readonly puts: readonly IndexedEntry[]
  readonly counts: ImportCounts
}

/**
 * What to change so that everything in the file is in the address book, and nothing that is there gets lost. An entry
 * that was there with the same name, the same company or none, and one of the numbers is completed. Any other
 * with the same number stays, and the new one is added. Importing the same file again changes nothing.
 */
export function planImport(file: readonly ReadEntry[], target: ImportTarget): ImportPlan {
  const changed = new Map<number, IndexedEntry>()
  /** The entries that this file added, by caller. */
  const added = new Map<string, readonly IndexedEntry[]>()
  const counts = { added: 0, updated: 0, known: 0, withoutNumber: 0, withoutName: 0, shortened: 0 }
  const keys = new Set<string>()
  let { nextId, nextSaved } = target

  const before = (key: string): readonly IndexedEntry[] =>
    target.of(key).map((entry) => changed.get(entry.id) ?? entry)

  for (const read of file) {
    if (read.kind !== 'entry') {
      counts[read.kind === 'no-name' ? 'withoutName' : 'withoutNumber'] += 1
      continue
    }
    if (read.shortened) counts.shortened += 1
    const entry: IndexedEntry = { ...read.entry, keys: read.keys, id: nextId, saved: nextSaved }
    const own = keysOf(entry)
    own.forEach((key) => keys.add(key))
    const there = [...own].flatMap(before)
    const others = [...there, ...[...own].flatMap((key) => added.get(key) ?? [])]
    const merged = others.some((other) => isEqual(other, entry))
      ? 'known'
      : mergeInto(there, entry, target.region)
    if (merged === 'known') counts.known += 1
    else if (merged === null) {
      counts.added += 1
      nextId += 1
      nextSaved += 1
      changed.set(entry.id, entry)
      own.forEach((key) => added.set(key, [...(added.get(key) ?? []), entry]))
    } else {
      counts.updated += 1
      changed.set(merged.id, merged)
    }
  }
  const shared = [...keys].filter((key) =>
    hasSeveralNames([...before(key), ...(added.get(key) ?? [])]),
  ).length
  return { puts: [...changed.values()], counts: { ...counts, shared } }
}

const hasSeveralNames = (entries: readonly EntryText[]): boolean =>
  entries.length > 1 && new Set(entries.map(({ name, company }) => foldText(name || company))).size > 1

const isEqual = (one: EntryText, other: EntryText): boolean =>
  one.name === other.name &&
  one.company === other.company &&
  one.note === other.note &&
  one.numbers.join('\n') === other.numbers.join('\n')

/** Of entries with a number in common: they are about the same person or company. */
const isSame = (one: EntryText, other: EntryText): boolean =>
  foldText(one.name) === foldText(other.name) &&
  (one.company === '' || other.company === '' || foldText(one.company) === foldText(other.company))

/**
 * The entry of the same person or company, completed by another; `known` if one of them has all of it, null if there is
 * none, or no room in it.
 */
function mergeInto(
  there: readonly IndexedEntry[],
  entry: IndexedEntry,
  region: string,
): IndexedEntry | 'known' | null {
  let first: IndexedEntry | null = null
  for (const other of there) {
    const merged = isSame(other, entry) ? merge(other, entry, region) : null
    if (merged !== null && isEqual(merged, other)) return 'known'
    first ??= merged
  }
  return first
}

/** The entry that was there, with what the other has in addition; null if that is more than an entry can be. */
function merge(there: IndexedEntry, other: IndexedEntry, region: string): IndexedEntry | null {
  const isNew = (number: string, index: number): boolean => {
    const key = other.keys[index] ?? null
    return !there.numbers.includes(number) && (key === null || !there.keys.includes(key))
  }
  const note = there.note.includes(other.note)
    ? there.note
    : [there.note, other.note].filter((text) => text !== '').join('\n')
  const read = readEntry(
    {
      name: there.name,
      company: there.company || other.company,
      note,
      numbers: [...there.numbers, ...other.numbers.filter(isNew)],
    },
    region,
  )
  if (read.kind !== 'entry' || read.shortened) return null
  return { ...read.entry, keys: read.keys, id: there.id, saved: there.saved }
}
