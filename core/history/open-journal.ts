import type { DatabaseSync } from 'node:sqlite'
import type { FilledIn } from '../call-log/filled-in.ts'
import { callerKey } from '../phone/caller-key.ts'
import { createScrub } from '../database/scrub.ts'
import { closeQuietly } from '../database/close-quietly.ts'
import { connect as connectFile, type Connect } from '../database/connect.ts'
import { createJournal, type BareJournal, type CreateJournalParts } from './create-journal.ts'
import type { Journal, JournalTrouble } from './journal.ts'
import type { WatchChange } from './watch-change.ts'
import { unwritableWhy, type UnwritableWhy } from '../database/unwritable-why.ts'
import { watchingReport } from '../report/watching-report.ts'
import { memoryCopy } from './database/memory-copy.ts'
import { migrate, NEWEST_VERSION, versionOf } from './database/migrations.ts'
import { createUnsavedChanges } from './unsaved-changes.ts'
import { quarantineFile, removeQuarantined } from '../database/quarantine-file.ts'
import { sqliteFault } from '../database/sqlite-fault.ts'

/** Without `customKeys`, no custom data is stored; without `retentionDays`, calls are stored forever. */
export interface JournalParts
  extends Pick<CreateJournalParts, 'log'>, Partial<Omit<CreateJournalParts, 'log'>> {
  /** The database file, in an existing folder; `:memory:` stores nothing permanently. */
  readonly path: string
  /** Epoch ms. */
  readonly now: () => number
  readonly connect?: Connect
}

interface OpenDatabase {
  readonly db: DatabaseSync
  readonly journal: BareJournal
}

/**
 * Opens the journal. No method throws, except those about fired marks and placed calls that say so. A file that is
 * corrupt, or written by a newer Ringside, is renamed and a new one started. While the file can't be written, or another
 * process has it locked, changes are in memory; each further change and each `retry`, at most once a second, tries to
 * write them all. `trouble` is what happened at startup.
 */
export function openJournal(parts: JournalParts): {
  readonly journal: Journal
  readonly trouble: JournalTrouble | null
} {
  const { path, now, log, customKeys = () => NONE, connect = connectFile } = parts
  const { retentionDays = () => Infinity } = parts
  let trouble: JournalTrouble | null = null
  const unsaved = createUnsavedChanges(log)
  let triedAt = -Infinity
  /** The file, while it receives the unsaved changes. */
  let filling: OpenDatabase | null = null
  let current = openAtStart()
  const scrub = createScrub(() => current.journal.scrub(), failed('scrub'))

  function openAtStart(): OpenDatabase {
    let db: DatabaseSync | null = null
    const startedAt = now()
    try {
      db = connect(path)
      return begun(db)
    } catch (error) {
      const instead = replace(error, db)
      if (isHeld()) unsaved.add((bare) => bare.begin(startedAt), null)
      return instead
    }
  }

  /** True while changes are only in memory, because the file can't be written. */
  function isHeld(): boolean {
    return trouble?.kind === 'memory' && path !== ':memory:'
  }

  function openFile(): OpenDatabase {
    const db = connect(path, 0)
    try {
      return prepared(db)
    } catch (error) {
      closeQuietly(db)
      throw error
    }
  }

  /** Writes the changes since the failure to the file, and switches to it once it has everything. */
  function returnToFile(most = MAX_AT_ONCE): void {
    triedAt = now()
    try {
      filling ??= openFile()
      if (!unsaved.handOver(filling.journal, most)) return
    } catch {
      if (filling !== null) closeQuietly(filling.db)
      filling = null
      return
    }
    closeQuietly(current.db)
    current = filling
    filling = null
    trouble = null
    log('journal: the file is in use again, with all that changed meanwhile')
  }

  /** Brings a database up to date. */
  function prepared(db: DatabaseSync): OpenDatabase {
    if (versionOf(db) > NEWEST_VERSION) throw new NewerVersion()
    migrate(db)
    return { db, journal: createJournal(db, { customKeys, retentionDays, log }) }
  }

  /** Brings a database up to date, and starts the journal in it. */
  function begun(db: DatabaseSync): OpenDatabase {
    const opened = prepared(db)
    opened.journal.begin(now())
    return opened
  }

  /** The replacement for a database that failed with `error`; `failed` is still open. */
  function replace(error: unknown, failed: DatabaseSync | null): OpenDatabase {
    const newer = error instanceof NewerVersion
    const fault = sqliteFault(error)
    log(`journal: ${newer ? 'written by a newer version' : fault}`)
    if (!newer && fault !== 'corrupt') return inMemory(unwritableWhy(fault), failed)
    if (failed !== null) closeQuietly(failed)
    try {
      const file = quarantineFile(path, newer ? 'newer' : 'corrupt', now())
      const fresh = begun(connect(path))
      trouble = { kind: newer ? 'newer' : 'set-aside', file }
      return fresh
    } catch (second) {
      return inMemory(unwritableWhy(sqliteFault(second)), null)
    }
  }

  /** Deletes files quarantined before an instant. */
  function dropQuarantined(before: number): void {
    try {
      const gone = removeQuarantined(path, before)
      if (trouble !== null && trouble.kind !== 'memory' && gone.includes(trouble.file)) trouble = null
    } catch {
      log('journal: a file that was set aside could not be deleted')
    }
  }

  function inMemory(why: UnwritableWhy, failed: DatabaseSync | null): OpenDatabase {
    trouble = { kind: 'memory', why }
    triedAt = now()
    return (failed === null ? null : copied(failed)) ?? prepared(connectFile(':memory:'))
  }

  function copied(failed: DatabaseSync): OpenDatabase | null {
    try {
      return prepared(memoryCopy(failed))
    } catch (error) {
      log(`journal: nothing of it could be read (${sqliteFault(error)})`)
      return null
    } finally {
      closeQuietly(failed)
    }
  }

  /** True if there is a different database now, so that a second try makes sense. */
  function recover(error: unknown): boolean {
    if (sqliteFault(error) === 'other' || trouble?.kind === 'memory' || path === ':memory:') return false
    current = replace(error, current.db)
    return true
  }

  function failed(what: string) {
    return (error: unknown): void => log(`journal: ${what} failed (${sqliteFault(error)})`)
  }

  function safely<T>(what: string, otherwise: T, work: (journal: BareJournal) => T, again = true): T {
    try {
      return work(current.journal)
    } catch (error) {
      if (again && recover(error)) return safely(what, otherwise, work, false)
      failed(what)(error)
      return otherwise
    }
  }

  /** Makes a change, and later also in the file where only memory is available now. */
  function store<T>(
    what: string,
    otherwise: T,
    change: (journal: BareJournal) => T,
    quiet: string | null = null,
  ): T {
    const given = safely(what, otherwise, change)
    if (!isHeld()) return given
    unsaved.add(change, quiet)
    retry()
    return given
  }

  function retry(): void {
    if (isHeld() && Math.abs(now() - triedAt) >= RETRY_MS) returnToFile()
    if (!isHeld()) scrub.retry()
  }

  /** For what must be stored permanently, or reported as not stored: a second try in a new file proves nothing. */
  function surely<T>(what: string, work: (journal: BareJournal) => T): T {
    if (trouble?.kind === 'memory') throw new Error('stored in memory only')
    try {
      return work(current.journal)
    } catch (error) {
      failed(what)(error)
      recover(error)
      throw error
    }
  }

  const journal: Journal = {
    record: (change, at) => store('record', undefined, (bare) => bare.record(change, at), quietly(change)),
    beat: (heartbeat) => store('beat', undefined, (bare) => bare.beat(heartbeat), 'beat'),
    ringOf: (call) => safely('ringOf', null, (bare) => bare.ringOf(call)),
    wasAlerted: (call) => safely('wasAlerted', false, (bare) => bare.wasAlerted(call)),
    noteRing: (ringId, facts) => store('noteRing', undefined, (bare) => bare.noteRing(ringId, facts)),
    watchingReport: (from, to) =>
      safely('watchingReport', NO_REPORT, (bare) => bare.watchingReport(from, to)),
    daySpans: (from, to) =>
      safely('daySpans', { calls: 0, missed: 0, spans: [] }, (bare) => bare.daySpans(from, to)),
    openBlindSpot: (from, why) => store('openBlindSpot', undefined, (bare) => bare.openBlindSpot(from, why)),
    closeBlindSpot: (to) => store('closeBlindSpot', undefined, (bare) => bare.closeBlindSpot(to)),
    history: (request) => safely('history', { calls: [], next: null }, (bare) => bare.history(request)),
    call: (key) => safely('call', null, (bare) => bare.call(key)),
    callerStory: (phone, at, call) =>
      safely('callerStory', null, (bare) => bare.callerStory(phone, at, call)),
    missedCalls: () => safely('missedCalls', [], (bare) => bare.missedCalls()),
    markSeen: () => store('markSeen', undefined, (bare) => bare.markSeen()),
    warnings: () => safely('warnings', [], (bare) => bare.warnings()),
    storeWarnings: (warnings) => store('storeWarnings', undefined, (bare) => bare.storeWarnings(warnings)),
    dismissMissed: (key) => store('dismissMissed', false, (bare) => bare.dismissMissed(key)),
    restoreMissed: (key) => store('restoreMissed', undefined, (bare) => bare.restoreMissed(key)),
    clearMissed: () => store('clearMissed', undefined, (bare) => bare.clearMissed()),
    setNote: (key, note) => store('setNote', false, (bare) => bare.setNote(key, note)),
    setLabel: (key, label) => store('setLabel', false, (bare) => bare.setLabel(key, label)),
    keepMutedSpan: (span) => store('keepMutedSpan', false, (bare) => bare.keepMutedSpan(span)),
    wasFired: (rule, call) => surely('wasFired', (bare) => bare.wasFired(rule, call)),
    noteFired: (rule, call) => surely('noteFired', (bare) => bare.noteFired(rule, call)),
    setCrmCaller: (key, caller, at) =>
      store('setCrmCaller', false, (bare) => bare.setCrmCaller(key, caller, at)),
    crmCaller: (key, phone, within) =>
      safely('crmCaller', null, (bare) => bare.crmCaller(key, phone, within)),
    wasDialled: (id) => surely('wasDialled', (bare) => bare.wasDialled(id)),
    noteDial: (dial) => surely('noteDial', (bare) => bare.noteDial(dial)),
    noteDialledCall: (id, callId) =>
      store('noteDialledCall', undefined, (bare) => bare.noteDialledCall(id, callId)),
    concludeDial: (id) => store('concludeDial', undefined, (bare) => bare.concludeDial(id)),
    dialsSince: (at) => safely('dialsSince', [], (bare) => bare.dialsSince(at)),
    fillIn: (calls, at, from) => store('fillIn', NOTHING_NEW, (bare) => bare.fillIn(calls, at, from)),
    openSpans: (from, to) => safely('openSpans', [], (bare) => bare.openSpans(from, to)),
    noteLogged: (from, to, at, extension) =>
      store('noteLogged', undefined, (bare) => bare.noteLogged(from, to, at, extension)),
    unresolvedCalls: (from) => safely('unresolvedCalls', [], (bare) => bare.unresolvedCalls(from)),
    coverage: (from, to) => safely('coverage', [], (bare) => bare.coverage(from, to)),
    countCaller: (phone) => safely('countCaller', null, (bare) => bare.countCaller(phone)),
    forgetCaller(phone) {
      // A quarantined history may contain the caller and can't be searched, so it is deleted.
      if (callerKey(phone) !== null) dropQuarantined(Infinity)
      retry()
      try {
        const calls = surely('forgetCaller', (bare) => bare.forgetCaller(phone, now()))
        scrub.begin()
        return calls
      } catch {
        return null
      }
    },
    prune(before) {
      dropQuarantined(before)
      return store('prune', 0, (bare) => bare.prune(before))
    },
    trouble: () => trouble,
    retry,
    close() {
      if (isHeld() && current.db.isOpen) returnToFile(Infinity)
      if (!isHeld()) scrub.retry()
      closeQuietly(current.db)
    },
  }
  return { journal, trouble }
}

const RETRY_MS = 1_000
const MAX_AT_ONCE = 500 // changes, some 100 ms of work: short enough not to delay a ring

class NewerVersion extends Error {}

const NOTHING_NEW: FilledIn = { added: [], corrected: [], missed: [], removed: 0 }

const NONE: ReadonlySet<string> = new Set()

const NO_REPORT = watchingReport([], [])

/** A step in which nothing happened to the live calls: the next such step replaces it. */
function quietly({ state, events, blind }: WatchChange): string | null {
  const isQuiet = events.length === 0 && blind === undefined
  return isQuiet ? ['record', ...state.calls.map(({ key }) => key)].join(' ') : null
}
