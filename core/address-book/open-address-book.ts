import type { Phone } from '../domain.ts'
import { connect as connectFile, type Connect } from '../database/connect.ts'
import { unwritableWhy } from '../database/unwritable-why.ts'
import { createScrub } from '../database/scrub.ts'
import { quarantineFile, removeQuarantined } from '../database/quarantine-file.ts'
import { sqliteFault } from '../database/sqlite-fault.ts'
import { MAX_ENTRIES } from '../limits.ts'
import { callerKey } from '../phone/caller-key.ts'
import type { AddressBook } from './address-book.ts'
import { NewerBook, openBookFile, type BookFile } from './book-file.ts'
import type { BookEntry, SharedNumber } from './book-page.ts'
import type { BookTrouble, NotSaved, NotSavedWhy } from './book-result.ts'
import type { EntryText } from './entry.ts'
import { createEntryIndex, keysOf, type IndexedEntry } from './entry-index.ts'
import { numberKey } from './number-key.ts'
import { planImport } from './plan-import.ts'
import { readEntry, type ReadEntry } from './read-entry.ts'

export interface AddressBookParts {
  /** The database file, in an existing folder; `:memory:` stores nothing permanently. */
  readonly path: string
  /** How numbers without a country code are read: ISO 3166. It may change. */
  readonly region: () => string
  /** Epoch ms. */
  readonly now: () => number
  /** Lines for a technician: what failed, never an entry. */
  readonly log: (line: string) => void
  readonly connect?: Connect
  /** A file that couldn't be opened can be read now. */
  readonly onOpened?: () => void
}

/**
 * Opens the address book, with its entries in memory. A corrupt file is renamed, and a new one started. A file that
 * can't be opened is left as it is, and tried again with each request and by `retry`: until then there are no names, and
 * nothing can be saved or forgotten.
 */
export function openAddressBook(parts: AddressBookParts): AddressBook {
  const { path, region, now, log, connect = connectFile, onOpened = () => undefined } = parts
  const index = createEntryIndex()
  const removed = new Map<number, IndexedEntry>()
  let file: BookFile | null = null
  let trouble: BookTrouble | null = null
  /** Problems that are in the log already: trying again doesn't repeat them there. */
  const logged = new Set<string>()
  const scrub = createScrub(() => file?.scrub(), fail)
  let isClosed = false
  /** The region for which the keys in memory were read. */
  let readFor = ''
  let [nextId, nextSaved] = [1, 1]
  open()

  /** Waits for a lock only at the start: later, a ring would wait, too. */
  function open(waitMs?: number): void {
    try {
      file = openBookFile(connect(path, waitMs))
      load(file)
    } catch (error) {
      file?.close()
      file = null
      if (!(error instanceof NewerBook) && sqliteFault(error) === 'corrupt') startAnew()
      else fail(error)
    }
  }

  function reopen(): void {
    if (isOpen() || isClosed) return
    open(0)
    if (isOpen()) onOpened()
  }

  function load(from: BookFile): void {
    index.clear()
    for (const entry of from.readAll()) {
      index.put(entry)
      nextSaved = Math.max(nextSaved, entry.saved + 1)
    }
    nextId = from.nextId()
    readFor = from.region()
    if (trouble?.kind === 'unavailable') trouble = null
    logged.clear()
    followRegion()
  }

  function startAnew(): void {
    logOnce('corrupt')
    try {
      const aside = quarantineFile(path, 'corrupt', now())
      file = openBookFile(connect(path))
      load(file)
      trouble = { kind: 'set-aside', file: aside }
    } catch (error) {
      fail(error)
    }
  }

  function fail(error: unknown): NotSavedWhy {
    const why = error instanceof NewerBook ? 'newer' : unwritableWhy(sqliteFault(error))
    logOnce(why)
    if (file === null) trouble = { kind: 'unavailable', why }
    return why
  }

  function logOnce(what: string): void {
    if (!logged.has(what)) log(`address book: ${what}`)
    logged.add(what)
  }

  const isOpen = (): boolean => file !== null

  /** Where numbers are read differently now, so are those of the entries. */
  function followRegion(): void {
    const next = region()
    if (next === readFor) return
    const entries = index.find('').map((entry) => ({
      ...entry,
      keys: keysFor(entry, next),
    }))
    for (const entry of entries) index.put(entry)
    readFor = next
    try {
      file?.rekey(entries, next)
    } catch (error) {
      fail(error)
    }
  }

  /** Before each request of the window: tries again to open the file. */
  function prepare(): void {
    reopen()
    if (isOpen()) followRegion()
  }

  /** Changes the file, then memory; null if it succeeded. */
  function store(puts: readonly IndexedEntry[], deletes: readonly number[] = []): NotSaved | null {
    if (file === null)
      return { kind: 'not-saved', why: trouble?.kind === 'unavailable' ? trouble.why : 'unknown' }
    try {
      file.change(puts, deletes)
    } catch (error) {
      return { kind: 'not-saved', why: fail(error) }
    }
    for (const entry of puts) {
      index.put(entry)
      nextId = Math.max(nextId, entry.id + 1)
      nextSaved = Math.max(nextSaved, entry.saved + 1)
    }
    for (const id of deletes) index.delete(id)
    return null
  }

  function entriesFor(phone: Phone): readonly IndexedEntry[] {
    followRegion()
    const key = callerKey(phone)
    return key === null ? [] : index.of(key)
  }

  function sharedWith(entry: IndexedEntry): readonly SharedNumber[] {
    const others = new Map(
      [...keysOf(entry)]
        .flatMap((key) => index.of(key))
        .filter(({ id }) => id !== entry.id)
        .map((other) => [other.id, { name: shownName(other), wins: other.saved > entry.saved }]),
    )
    return [...others.values()]
  }

  const readAgain = (read: ReadEntry): ReadEntry =>
    read.kind === 'entry' ? { ...read, keys: keysFor(read.entry, readFor) } : read

  const onPage = (entry: IndexedEntry): BookEntry => ({ ...plain(entry), shared: sharedWith(entry) })

  return {
    nameFor(phone) {
      const [entry] = entriesFor(phone)
      if (entry === undefined) return null
      return { name: shownName(entry), company: entry.name === '' ? '' : entry.company }
    },
    entriesFor: (phone) => entriesFor(phone).map(plain),
    callersFound(text, most) {
      const keys = new Set<string>()
      for (const entry of index.find(text)) {
        for (const key of keysOf(entry)) if (keys.size < most) keys.add(key)
      }
      return [...keys]
    },
    page({ text, from, limit }) {
      prepare()
      const found = index.find(text)
      const entries = found.slice(from, from + limit).map(onPage)
      return { entries, found: found.length, total: index.size(), trouble }
    },
    entries: () => index.find('').map(plain),
    save(written, id) {
      prepare()
      if (id !== null && index.get(id) === null) return { kind: 'gone' }
      const read = readEntry(written, readFor)
      if (read.kind !== 'entry') return { kind: read.kind }
      const entry = { ...read.entry, keys: read.keys, id: id ?? nextId, saved: nextSaved }
      return store([entry]) ?? { kind: 'saved', id: entry.id }
    },
    remove(id) {
      prepare()
      const entry = index.get(id)
      if (entry === null) return { kind: 'gone' }
      const failed = store([], [id])
      if (failed !== null) return failed
      removed.set(id, entry)
      return { kind: 'removed' }
    },
    restore(id) {
      prepare()
      const entry = removed.get(id)
      if (entry === undefined) return { kind: 'gone' }
      const failed = store([{ ...entry, keys: keysFor(entry, readFor) }])
      if (failed !== null) return failed
      removed.delete(id)
      return { kind: 'saved', id }
    },
    add(read, forRegion) {
      prepare()
      const file = forRegion === readFor ? read : read.map(readAgain)
      const { puts, counts } = planImport(file, { of: index.of, nextId, nextSaved, region: readFor })
      if (index.size() + counts.added > MAX_ENTRIES) return { kind: 'too-many' }
      return (puts.length === 0 ? null : store(puts)) ?? { kind: 'added', counts }
    },
    forgetCaller(phone) {
      const key = callerKey(phone)
      if (key === null) return true
      const wasOpen = isOpen()
      prepare()
      // A file that has just been set aside isn't deleted before anybody knows of it.
      if (!wasOpen && trouble !== null) return false
      for (const [id, entry] of removed) if (entry.keys.includes(key)) removed.delete(id)
      dropQuarantined()
      const left = entriesFor(phone).map((entry) => without(entry, key))
      if (left.length === 0) return true
      const gone = left.filter(({ keys }) => keys.every((one) => one === null))
      const failed = store(
        left.filter((entry) => !gone.includes(entry)),
        gone.map(({ id }) => id),
      )
      if (failed !== null) return false
      scrub.begin()
      return true
    },
    retry() {
      reopen()
      scrub.retry()
    },
    close() {
      scrub.retry()
      isClosed = true
      file?.close()
      file = null
    },
  }

  /** A corrupt file may contain the caller and can't be searched. */
  function dropQuarantined(): void {
    try {
      removeQuarantined(path, Infinity)
      if (trouble?.kind === 'set-aside') trouble = null
    } catch {
      log('address book: a file that was set aside could not be deleted')
    }
  }
}

const keysFor = ({ numbers }: EntryText, region: string): readonly (string | null)[] =>
  numbers.map((number) => numberKey(number, region))

const shownName = ({ name, company }: EntryText): string => name || company

const plain = ({ id, name, company, note, numbers }: IndexedEntry) => ({ id, name, company, note, numbers })

/** An entry without the numbers of this caller. */
function without(entry: IndexedEntry, key: string): IndexedEntry {
  const isOther = (_: unknown, at: number): boolean => entry.keys[at] !== key
  return { ...entry, numbers: entry.numbers.filter(isOther), keys: entry.keys.filter(isOther) }
}
