import type { DatabaseSync } from 'node:sqlite'
import { connect as connectFile } from './database/connect.ts'
import { createJournal, type BareJournal } from './create-journal.ts'
import type { Journal, JournalTrouble } from './journal.ts'
import { memoryCopy } from './database/memory-copy.ts'
import { migrate, NEWEST_VERSION, versionOf } from './database/migrations.ts'
import { quarantineFile } from './database/quarantine-file.ts'
import { sqliteFault } from './database/sqlite-fault.ts'

export interface JournalParts {
  /** The database file, in a folder that is there; `:memory:` keeps nothing. */
  readonly path: string
  /** Epoch ms. */
  readonly now: () => number
  /** Lines for a technician: what failed, never what was kept. */
  readonly log: (line: string) => void
  /** Told what goes wrong with the file after the start. */
  readonly onTrouble?: (trouble: JournalTrouble) => void
  /** The keys of custom data to keep: those that something can use. None when left out. */
  readonly customKeys?: () => ReadonlySet<string>
  readonly connect?: (path: string) => DatabaseSync
}

interface OpenDatabase {
  readonly db: DatabaseSync
  readonly journal: BareJournal
}

/**
 * Opens the journal, and keeps it going: no call of it throws, but for the two about what fired. A file that is corrupt, or written by a newer Ringside,
 * is renamed and a new one begun; a file that can't be written, or that another process has, is replaced by memory.
 * `trouble` is what happened at the start.
 */
export function openJournal(parts: JournalParts): {
  readonly journal: Journal
  readonly trouble: JournalTrouble | null
} {
  const { path, now, log, onTrouble, customKeys = () => NONE, connect = connectFile } = parts
  let trouble: JournalTrouble | null = null
  let current = openAtStart()

  function openAtStart(): OpenDatabase {
    let db: DatabaseSync | null = null
    try {
      db = connect(path)
      return begun(db)
    } catch (error) {
      return replace(error, db)
    }
  }

  /** Brings a database up to date and begins the journal's day in it. */
  function begun(db: DatabaseSync): OpenDatabase {
    if (versionOf(db) > NEWEST_VERSION) throw new NewerVersion()
    migrate(db)
    const journal = createJournal(db, customKeys)
    journal.begin(now())
    return { db, journal }
  }

  /** What goes on in place of a database that failed with `error`; `failed` is still open. */
  function replace(error: unknown, failed: DatabaseSync | null): OpenDatabase {
    const newer = error instanceof NewerVersion
    const fault = sqliteFault(error)
    log(`journal: ${newer ? 'written by a newer version' : fault}`)
    if (!newer && fault !== 'corrupt') return inMemory(reasonOf(fault), failed)
    if (failed !== null) closeQuietly(failed)
    try {
      const file = quarantineFile(path, newer ? 'newer' : 'corrupt', now())
      const fresh = begun(connect(path))
      trouble = { kind: newer ? 'newer' : 'set-aside', file }
      return fresh
    } catch (second) {
      return inMemory(reasonOf(sqliteFault(second)), null)
    }
  }

  function inMemory(
    why: Extract<JournalTrouble, { kind: 'memory' }>['why'],
    failed: DatabaseSync | null,
  ): OpenDatabase {
    trouble = { kind: 'memory', why }
    return (failed === null ? null : copied(failed)) ?? blank(customKeys)
  }

  function copied(failed: DatabaseSync): OpenDatabase | null {
    try {
      const db = memoryCopy(failed)
      migrate(db)
      return { db, journal: createJournal(db, customKeys) }
    } catch (error) {
      log(`journal: nothing of it could be read (${sqliteFault(error)})`)
      return null
    } finally {
      closeQuietly(failed)
    }
  }

  /** True when there is another database now, and it is worth a second try. */
  function recover(error: unknown): boolean {
    if (sqliteFault(error) === 'other' || trouble?.kind === 'memory' || path === ':memory:') return false
    current = replace(error, current.db)
    if (trouble !== null) onTrouble?.(trouble)
    return true
  }

  function safely<T>(what: string, otherwise: T, work: (journal: BareJournal) => T, again = true): T {
    try {
      return work(current.journal)
    } catch (error) {
      if (again && recover(error)) return safely(what, otherwise, work, false)
      log(`journal: ${what} failed (${sqliteFault(error)})`)
      return otherwise
    }
  }

  /** What must be kept beyond the end of the program, or be known not to be: a second try in a new file proves nothing. */
  function surely<T>(what: string, work: (journal: BareJournal) => T): T {
    if (trouble?.kind === 'memory') throw new Error('kept in memory only')
    try {
      return work(current.journal)
    } catch (error) {
      log(`journal: ${what} failed (${sqliteFault(error)})`)
      recover(error)
      throw error
    }
  }

  const journal: Journal = {
    record: (change, at) => safely('record', undefined, (bare) => bare.record(change, at)),
    beat: (heartbeat) => safely('beat', undefined, (bare) => bare.beat(heartbeat)),
    ringOf: (call) => safely('ringOf', null, (bare) => bare.ringOf(call)),
    wasAlerted: (call) => safely('wasAlerted', false, (bare) => bare.wasAlerted(call)),
    noteRing: (ringId, facts) => safely('noteRing', undefined, (bare) => bare.noteRing(ringId, facts)),
    watchingReport: (from, to) =>
      safely('watchingReport', NO_REPORT, (bare) => bare.watchingReport(from, to)),
    openBlindSpot: (from, why) => safely('openBlindSpot', undefined, (bare) => bare.openBlindSpot(from, why)),
    closeBlindSpot: (to) => safely('closeBlindSpot', undefined, (bare) => bare.closeBlindSpot(to)),
    history: (question) => safely('history', { calls: [], next: null }, (bare) => bare.history(question)),
    call: (key) => safely('call', null, (bare) => bare.call(key)),
    callerStory: (phone, at, call) =>
      safely('callerStory', null, (bare) => bare.callerStory(phone, at, call)),
    transferChain: (key) => safely('transferChain', [], (bare) => bare.transferChain(key)),
    unseenMissed: () => safely('unseenMissed', [], (bare) => bare.unseenMissed()),
    markSeen: (keys) => safely('markSeen', undefined, (bare) => bare.markSeen(keys)),
    setNote: (key, note) => safely('setNote', false, (bare) => bare.setNote(key, note)),
    setLabel: (key, label) => safely('setLabel', false, (bare) => bare.setLabel(key, label)),
    keepMutedSpan: (span) => safely('keepMutedSpan', false, (bare) => bare.keepMutedSpan(span)),
    wasFired: (rule, call) => surely('wasFired', (bare) => bare.wasFired(rule, call)),
    noteFired: (rule, call) => surely('noteFired', (bare) => bare.noteFired(rule, call)),
    forgetCaller: (phone) => safely('forgetCaller', 0, (bare) => bare.forgetCaller(phone)),
    prune: (before) => safely('prune', 0, (bare) => bare.prune(before)),
    trouble: () => trouble,
    close: () => closeQuietly(current.db),
  }
  return { journal, trouble }
}

class NewerVersion extends Error {}

const NONE: ReadonlySet<string> = new Set()

const NO_REPORT: ReturnType<Journal['watchingReport']> = {
  rings: 0,
  alerted: 0,
  outcomes: {},
  delays: null,
  blindSpots: [],
}

function blank(customKeys: () => ReadonlySet<string>): OpenDatabase {
  const db = connectFile(':memory:')
  migrate(db)
  return { db, journal: createJournal(db, customKeys) }
}

function reasonOf(fault: ReturnType<typeof sqliteFault>): 'read-only' | 'full' | 'locked' | 'unknown' {
  switch (fault) {
    case 'read-only':
    case 'full':
    case 'locked':
      return fault
    case 'corrupt':
    case 'disk':
    case 'other':
      return 'unknown'
  }
}

/** Closing a database that has failed may fail too, and then there is nothing left to lose. */
function closeQuietly(db: DatabaseSync): void {
  if (!db.isOpen) return
  try {
    db.close()
  } catch {
    return
  }
}
