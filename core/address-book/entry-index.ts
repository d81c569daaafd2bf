import { foldText } from '../fold-text.ts'
import type { Entry } from './entry.ts'
import { entrySearch, searchedText, type SearchedText } from './entry-search.ts'

/** An entry, with the callers that its numbers identify. */
export interface IndexedEntry extends Entry {
  /** For each of its numbers; null for text that identifies nobody. */
  readonly keys: readonly (string | null)[]
  /** Its place in the order of saving: of two with the same number, the name of the later one is shown. */
  readonly saved: number
}

/** The entries in memory: by id, by caller, and by name. */
export interface EntryIndex {
  readonly size: () => number
  get(id: number): IndexedEntry | null
  /** The entries with the number of this caller, the one saved last first. */
  of(key: string): readonly IndexedEntry[]
  /** The entries that a search finds, by name; all of them for `''`. */
  find(text: string): readonly IndexedEntry[]
  /** Adds an entry, or replaces the one with its id. */
  put(entry: IndexedEntry): void
  delete(id: number): void
  clear(): void
}

export function createEntryIndex(): EntryIndex {
  const byId = new Map<number, IndexedEntry>()
  const byKey = new Map<string, readonly IndexedEntry[]>()
  /** Prepared when they are first searched or sorted. */
  const texts = new WeakMap<IndexedEntry, SearchedText>()
  const names = new WeakMap<IndexedEntry, string>()
  let sorted: readonly IndexedEntry[] | null = null

  function textOf(entry: IndexedEntry): SearchedText {
    const known = texts.get(entry) ?? searchedText(entry)
    texts.set(entry, known)
    return known
  }

  function nameOf(entry: IndexedEntry): string {
    const known = names.get(entry) ?? foldText(entry.name || entry.company).trim()
    names.set(entry, known)
    return known
  }

  function all(): readonly IndexedEntry[] {
    sorted ??= [...byId.values()]
      .map((entry) => ({ entry, name: nameOf(entry) }))
      .toSorted((one, other) => compare(one.name, other.name) || one.entry.id - other.entry.id)
      .map(({ entry }) => entry)
    return sorted
  }

  function remove(id: number): void {
    const entry = byId.get(id)
    if (entry === undefined) return
    for (const key of keysOf(entry)) {
      const left = (byKey.get(key) ?? []).filter((one) => one.id !== id)
      if (left.length === 0) byKey.delete(key)
      else byKey.set(key, left)
    }
    byId.delete(id)
    sorted = null
  }

  return {
    size: () => byId.size,
    get: (id) => byId.get(id) ?? null,
    of: (key) => byKey.get(key) ?? [],
    find(text) {
      if (text.trim() === '') return all()
      const isFound = entrySearch(text)
      return all().filter((entry) => isFound(textOf(entry)))
    },
    put(entry) {
      remove(entry.id)
      byId.set(entry.id, entry)
      for (const key of keysOf(entry)) {
        const all = [entry, ...(byKey.get(key) ?? [])]
        byKey.set(
          key,
          all.toSorted((one, other) => other.saved - one.saved),
        )
      }
      sorted = null
    },
    delete: remove,
    clear() {
      byId.clear()
      byKey.clear()
      sorted = null
    },
  }
}

/** The callers that an entry names, each once. */
export const keysOf = ({ keys }: Pick<IndexedEntry, 'keys'>): ReadonlySet<string> =>
  new Set(keys.filter((key) => key !== null))

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
