import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { seenCall } from '../testing/seen.ts'
import { connect } from '../database/connect.ts'
import { openJournal } from './open-journal.ts'
import { temporaryFile } from './testing/temporary-file.ts'
import { createWatcher } from './testing/watcher.ts'

const NOW = Date.UTC(2026, 10, 22, 14, 50, 9)
const files: (() => void)[] = []
afterEach(() => files.splice(0).forEach((remove) => remove()))

function file() {
  const made = temporaryFile()
  files.push(made.remove)
  return made
}

const quiet = { now: () => NOW, log: () => undefined }
const everything = { filter: 'all', limit: 1_000 } as const

/** Stores one missed call. */
function recordOne(journal: ReturnType<typeof openJournal>['journal'], ivrid = 'a1', at = NOW): void {
  const watcher = createWatcher()
  journal.record(watcher.see([seenCall({ ivrid })], at), at)
  journal.record(watcher.see([], at + 5_000), at + 5_000)
}

/** A journal whose database the test can break. */
function spoilable(path: string, now = () => NOW) {
  let db: DatabaseSync | null = null
  const log = vi.fn<(line: string) => void>()
  const opened = openJournal({ path, now, log, connect: (at) => (db = connect(at)) })
  return { ...opened, log, spoil: (sql: string) => db!.exec(sql) }
}

describe('opening', () => {
  it('stores what was recorded for the next start', () => {
    const { path } = file()
    const first = openJournal({ ...quiet, path })
    recordOne(first.journal)
    first.journal.close()
    const second = openJournal({ ...quiet, path })
    expect(second.trouble).toBeNull()
    expect(second.journal.history(everything).calls).toHaveLength(1)
    second.journal.close()
  })

  it('can return disk space a little at a time', () => {
    const { path } = file()
    openJournal({ ...quiet, path }).journal.close()
    const db = new DatabaseSync(path)
    expect(db.prepare('PRAGMA auto_vacuum').get()).toEqual({ auto_vacuum: 2 })
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
    db.close()
  })

  it('quarantines a file that isn’t a database, and starts a new one', () => {
    const { path, folder } = file()
    writeFileSync(path, 'this was a shopping list'.repeat(500))
    const { journal, trouble } = openJournal({ ...quiet, path })
    const quarantined = join(folder, 'journal.db.corrupt-20261122T145009Z')
    expect(trouble).toEqual({ kind: 'set-aside', file: quarantined })
    expect(readFileSync(quarantined, 'utf8')).toContain('shopping list')
    recordOne(journal)
    journal.close()
    expect(openJournal({ ...quiet, path }).journal.history(everything).calls).toHaveLength(1)
  })

  it('never reuses the name of a quarantined file', () => {
    const { path, folder } = file()
    for (let time = 0; time < 3; time++) {
      writeFileSync(path, 'broken'.repeat(500))
      openJournal({ ...quiet, path }).journal.close()
    }
    expect(readdirSync(folder).filter((name) => name.includes('corrupt'))).toHaveLength(3)
  })

  it('quarantines a file of a newer Ringside, unchanged', () => {
    const { path } = file()
    const newer = new DatabaseSync(path)
    newer.exec('CREATE TABLE holograms (id); PRAGMA user_version = 99')
    newer.close()
    const { journal, trouble } = openJournal({ ...quiet, path })
    expect(trouble?.kind).toBe('newer')
    expect(journal.history(everything).calls).toEqual([])
    journal.close()
    const old = new DatabaseSync(trouble?.kind === 'newer' ? trouble.file : '')
    expect(old.prepare('SELECT count(*) AS count FROM holograms').get()).toEqual({ count: 0 })
    old.close()
  })

  it('continues in memory when another process has the file, and reports it', () => {
    const { path } = file()
    const first = openJournal({ ...quiet, path })
    recordOne(first.journal)
    const second = openJournal({ ...quiet, path })
    expect(second.trouble).toEqual({ kind: 'memory', why: 'locked' })
    recordOne(second.journal, 'b')
    expect(second.journal.history(everything).calls.map(({ ivrid }) => ivrid)).toEqual(['b'])
    expect(first.journal.history(everything).calls.map(({ ivrid }) => ivrid)).toEqual(['a1'])
    first.journal.close()
  })

  // From reports of profiles on a network drive, where SQLite can't open a file in WAL mode.
  it('needs no memory shared with other processes, which a network drive can’t offer', () => {
    const { path, folder } = file()
    const { journal, trouble } = openJournal({ ...quiet, path })
    recordOne(journal)
    expect(trouble).toBeNull()
    expect(readdirSync(folder).sort()).toEqual(['journal.db', 'journal.db-wal'])
    journal.close()
  })

  it('continues in memory when the folder can’t be written', () => {
    const { folder } = file()
    const { journal, trouble } = openJournal({ ...quiet, path: join(folder, 'not', 'there', 'journal.db') })
    expect(trouble).toEqual({ kind: 'memory', why: 'read-only' })
    recordOne(journal)
    expect(journal.history(everything).calls).toHaveLength(1)
  })

  it('shows what was stored before when the file can’t be written any more', () => {
    const { path } = file()
    const first = openJournal({ ...quiet, path })
    recordOne(first.journal)
    first.journal.close()
    const { journal, trouble } = openJournal({
      ...quiet,
      path,
      connect(at) {
        const db = connect(at)
        db.exec('PRAGMA query_only = ON')
        return db
      },
    })
    expect(trouble).toEqual({ kind: 'memory', why: 'read-only' })
    recordOne(journal, 'b', NOW + 60_000)
    expect(journal.history(everything).calls.map(({ ivrid }) => ivrid)).toEqual(['b', 'a1'])
  })

  it('continues in memory when the path is a folder', () => {
    const { folder } = file()
    mkdirSync(join(folder, 'journal.db'))
    const { trouble, journal } = openJournal({ ...quiet, path: join(folder, 'journal.db') })
    expect(trouble?.kind).toBe('memory')
    recordOne(journal)
    expect(journal.missedCalls()).toHaveLength(1)
  })
})

describe('a file that another process locks for a moment', () => {
  /** A journal opened during the lock, with a call recorded an hour later. */
  function recordedAfterwards() {
    const { path } = file()
    openJournal({ ...quiet, path }).journal.close()
    const holder = new DatabaseSync(path)
    holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    let now = NOW
    const { journal } = openJournal({ ...quiet, path, now: () => now })
    holder.close()
    now += 3_600_000
    recordOne(journal, 'noon', now)
    journal.beat({ at: now + 10_000, lastGoodAt: now + 10_000 })
    return { path, journal }
  }

  // From reports of a sync program that briefly locks the database, and of a database locked at startup.
  it('is used again once it is free', () => {
    const { journal } = recordedAfterwards()
    expect(journal.trouble()?.kind).not.toBe('memory')
    journal.close()
  })

  it('contains after a restart what was recorded since', () => {
    const { path, journal } = recordedAfterwards()
    journal.close()
    const again = openJournal({ ...quiet, path }).journal
    const ids = again.history(everything).calls.map(({ ivrid }) => ivrid)
    again.close()
    expect(ids).toEqual(['noon'])
  })
})

describe('a disk that is full for a while', () => {
  /** A journal with one call, whose long note doesn't fit into the file; half a minute later, after `wait`, it does. */
  function heldInMemory() {
    const { path } = file()
    let now = NOW
    const { journal, spoil } = spoilable(path, () => now)
    recordOne(journal)
    spoil('PRAGMA max_page_count = 1')
    journal.setNote('SIPSIP2/a1', 'x'.repeat(4_000))
    return { path, journal, wait: () => (now += 30_000) }
  }

  it('gets everything once there is space: calls, notes, labels, seen marks and deletions', () => {
    const { path } = file()
    let now = NOW
    const { journal, spoil } = spoilable(path, () => now)
    recordOne(journal, 'before')
    spoil('PRAGMA max_page_count = 1')
    for (let count = 0; count < 210; count++) recordOne(journal, `during-${count}`, NOW + count * 60_000)
    const notes = Array.from({ length: 100 }, (_, index) => `note ${index} ${'x'.repeat(2_000)}`)
    notes.forEach((note, index) => journal.setNote(`SIPSIP2/during-${index}`, note))
    journal.setLabel('SIPSIP2/during-7', 'sale')
    journal.clearMissed()
    recordOne(journal, 'afterwards', NOW + 210 * 60_000)
    expect(journal.trouble()).toEqual({ kind: 'memory', why: 'full' })
    // A file is reopened for the retry, and this one has room.
    for (let tries = 0; tries < 10; tries++) {
      now += 3_000
      journal.beat({ at: now, lastGoodAt: now })
    }
    expect(journal.trouble()).toBeNull()
    const shown = journal.history(everything).calls
    journal.close()
    const again = openJournal({ ...quiet, path }).journal
    const stored = again.history(everything).calls
    expect(stored).toHaveLength(212)
    expect(stored).toEqual(shown)
    expect(stored.filter(({ note }) => note !== '').map(({ note }) => note)).toEqual(notes.toReversed())
    expect(again.call('SIPSIP2/during-7')).toMatchObject({ label: 'sale' })
    expect(again.missedCalls().map(({ ivrid }) => ivrid)).toEqual(['afterwards'])
    again.close()
  })

  it('doesn’t report a note as stored while it isn’t, and stores it when the program quits', () => {
    const { path } = file()
    const { journal, spoil } = spoilable(path)
    recordOne(journal)
    spoil('PRAGMA max_page_count = 1')
    journal.setNote('SIPSIP2/a1', 'x'.repeat(4_000))
    journal.setNote('SIPSIP2/a1', 'call back at ten')
    expect(journal.trouble()?.kind).toBe('memory')
    journal.close()
    const again = openJournal({ ...quiet, path }).journal
    expect(again.call('SIPSIP2/a1')?.note).toBe('call back at ten')
    again.close()
  })

  it('deletes no caller meanwhile, because the file would still have them', () => {
    const { path, journal, wait } = heldInMemory()
    const { phone } = journal.call('SIPSIP2/a1')!
    expect([journal.forgetCaller(phone), journal.countCaller(phone)]).toEqual([null, 1])
    wait()
    expect([journal.forgetCaller(phone), journal.trouble()]).toEqual([1, null])
    journal.close()
    const again = openJournal({ ...quiet, path }).journal
    expect(again.history(everything).calls).toEqual([])
    again.close()
  })

  it('overwrites a deleted caller’s bytes later if it can’t now', () => {
    const { path, folder } = file()
    let db: DatabaseSync | null = null
    const log = vi.fn()
    const { journal } = openJournal({ path, now: () => NOW, log, connect: (at) => (db = connect(at)) })
    for (let count = 0; count < 50; count++) recordOne(journal, `call-${count}`, NOW + count * 60_000)
    const { phone } = journal.call('SIPSIP2/call-1')!
    const digits = phone.received.replace(/^0/, '')
    const bytes = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
    // A file can't be rewritten while it is being read.
    const reading = db!.prepare('SELECT id FROM calls').iterate()
    reading.next()
    expect([journal.forgetCaller(phone), journal.countCaller(phone), journal.trouble()]).toEqual([
      50,
      0,
      null,
    ])
    expect(log.mock.calls).toEqual([['journal: scrub failed (other)']])
    expect(bytes().join('')).toContain(digits)
    reading.return?.()
    journal.retry()
    expect(bytes().join('')).not.toContain(digits)
    expect(log).toHaveBeenCalledTimes(1)
    journal.close()
  })

  it('gets everything once there is space, although nothing more changes', () => {
    const { path, journal, wait } = heldInMemory()
    expect(journal.trouble()?.kind).toBe('memory')
    wait()
    journal.retry()
    expect(journal.trouble()).toBeNull()
    journal.close()
    const again = openJournal({ ...quiet, path }).journal
    expect(again.call('SIPSIP2/a1')?.note).toHaveLength(4_000)
    again.close()
  })

  it('keeps an idle day’s unsaved changes few', () => {
    const { path } = file()
    let now = NOW
    const { journal, spoil } = spoilable(path, () => now)
    recordOne(journal)
    spoil('PRAGMA query_only = ON')
    recordOne(journal, 'during', NOW + 60_000)
    const handed = vi.fn()
    const watcher = createWatcher()
    for (let poll = 0; poll < 5_000; poll++) {
      const at = NOW + 120_000 + poll * 5_000
      const step = watcher.see([], at)
      journal.record(
        {
          ...step,
          get events() {
            handed()
            return step.events
          },
        },
        at,
      )
      journal.beat({ at, lastGoodAt: at })
    }
    handed.mockClear()
    now += 3_000
    journal.beat({ at: now, lastGoodAt: now })
    expect(journal.trouble()).toBeNull()
    expect(handed.mock.calls.length).toBeLessThan(10)
    journal.close()
  })
})

describe('while running', () => {
  it.each([
    ['full', 'PRAGMA max_page_count = 1'],
    ['read-only', 'PRAGMA query_only = ON'],
  ] as const)('a disk that becomes %s removes nothing from the screen, and is reported', (why, sql) => {
    const { path } = file()
    const { journal, spoil, trouble } = spoilable(path)
    for (let count = 0; count < 50; count++) recordOne(journal, `before-${count}`, NOW + count * 60_000)
    spoil(sql)
    for (let count = 0; count < 260; count++)
      recordOne(journal, `after-${count}`, NOW + (100 + count) * 60_000)
    expect(trouble).toBeNull()
    expect(journal.trouble()).toEqual({ kind: 'memory', why })
    expect(journal.history(everything).calls).toHaveLength(310)
    journal.close()
    const again = openJournal({ ...quiet, path })
    expect(again.trouble).toBeNull()
    expect(again.journal.history(everything).calls).toHaveLength(310)
    again.journal.close()
  })

  it('a file found corrupt while in use is quarantined, and live calls are stored in the new one', () => {
    const { path } = file()
    const first = openJournal({ ...quiet, path })
    for (let count = 0; count < 300; count++) recordOne(first.journal, `old-${count}`, NOW + count * 60_000)
    first.journal.close()
    // The first half contains the schema; the calls in the second half are lost.
    const spoilt = readFileSync(path)
    spoilt.fill(0xa5, 4096 * Math.floor(spoilt.length / 8192))
    writeFileSync(path, spoilt)

    const { journal, trouble } = spoilable(path)
    expect(trouble).toBeNull()
    const watcher = createWatcher()
    for (let count = 0; count < 40; count++) {
      const at = NOW + (1_000 + count) * 60_000
      journal.record(watcher.see([seenCall({ ivrid: `new-${count}` })], at), at)
      journal.history({ ...everything, text: 'sales' })
    }
    const now = journal.trouble()
    expect(existsSync(now?.kind === 'set-aside' ? now.file : '')).toBe(true)
    expect(readdirSync(dirname(path)).filter((name) => name.includes('.corrupt-'))).toHaveLength(1)
    expect(journal.call('SIPSIP2/new-39')).toMatchObject({ endedAt: null })
    journal.close()
  })

  it('a truncated file doesn’t stop it', () => {
    const { path } = file()
    const first = openJournal({ ...quiet, path })
    for (let count = 0; count < 100; count++) recordOne(first.journal, `old-${count}`, NOW + count * 60_000)
    first.journal.close()
    truncateSync(path, Math.floor(statSync(path).size / 2))
    const { journal } = openJournal({ ...quiet, path })
    recordOne(journal, 'new', NOW + 9_000_000)
    journal.history({ ...everything, text: 'sales' })
    recordOne(journal, 'newer', NOW + 9_100_000)
    expect(journal.trouble()?.kind).toBe('set-aside')
    expect(journal.call('SIPSIP2/newer')).toMatchObject({ outcome: 'missed' })
    journal.close()
  })

  it('logs nothing about the caller', () => {
    const { path } = file()
    const { journal, spoil, log } = spoilable(path)
    spoil('PRAGMA query_only = ON')
    recordOne(journal)
    expect(log.mock.calls.flat().join()).toMatch(/^journal: read-only$/)
  })

  it('throws nothing after being closed', () => {
    const { path } = file()
    const { journal } = openJournal({ ...quiet, path })
    journal.close()
    journal.close()
    expect(() => recordOne(journal)).not.toThrow()
    expect(journal.history(everything)).toEqual({ calls: [], next: null })
  })
})
