import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { DAY_MS } from '../clock.ts'
import type { Phone } from '../domain.ts'
import { seenCall } from '../testing/seen.ts'
import { openJournal } from './open-journal.ts'
import { inMemory } from './testing/in-memory.ts'
import { retentionLimit } from './retention.ts'
import { temporaryFile } from './testing/temporary-file.ts'
import { createWatcher } from './testing/watcher.ts'

const NOW = 1_790_000_000_000
let { path, folder, remove } = temporaryFile()
afterEach(() => {
  remove()
  ;({ path, folder, remove } = temporaryFile())
})
afterAll(() => remove())

const number = (digits: string): Phone => ({
  kind: 'number',
  received: `0${digits}`,
  national: `0${digits.slice(0, 2)}-${digits.slice(2, 5)}-${digits.slice(5)}`,
  international: `+972 ${digits.slice(0, 2)} ${digits.slice(2, 5)} ${digits.slice(5)}`,
  e164: `+972${digits}`,
})
const forgotten = number('541239876')
const TRACES = [
  '0541239876',
  '+972541239876',
  '054-123-9876',
  '+972 54 123 9876',
  'Zebulon Quark',
  'zebulon quark',
  'xylophone',
  'ivr-secret',
  'parcel-4711',
  'Parcel desk',
]

function fill(calls: number) {
  const { journal } = openJournal({
    path,
    now: () => NOW,
    log: (line) => expect.fail(line),
    customKeys: () => new Set(['parcel']),
  })
  const watcher = createWatcher()
  for (let count = 0; count < calls; count++) {
    const at = NOW + count * DAY_MS
    const theirs = count % 4 === 0
    const call = theirs
      ? seenCall({
          ivrid: `ivr-secret-${count}`,
          phone: forgotten,
          name: 'Zebulon Quark',
          customData: { parcel: 'parcel-4711' },
        })
      : seenCall({ ivrid: `other-${count}`, phone: number(String(720_000_000 + count)) })
    const { state, events } = watcher.see([call], at)
    const waited = { queue: theirs ? 'Parcel desk' : 'Sales', seconds: 9 }
    journal.record({ state: { ...state, calls: state.calls.map((one) => ({ ...one, waited })) }, events }, at)
    journal.noteRing(`${call.key}#1`, { requestedAt: at })
    journal.record(watcher.see([], at + 5_000), at + 5_000)
    if (theirs) journal.setNote(call.key, `wants a xylophone ${count}`)
  }
  return journal
}

function traces(): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name))
    return TRACES.filter((trace) => bytes.includes(trace)).map((trace) => `${name}: ${trace}`)
  })
}

const rows = (table: string): unknown => {
  const db = new DatabaseSync(path)
  const counted = db.prepare(`SELECT count(*) AS count FROM ${table}`).get()
  db.close()
  return counted?.['count']
}

describe('forgetCaller', () => {
  it('leaves no byte of a caller in the file, its log, or the index, and loses nothing of others', () => {
    const journal = fill(40)
    expect(traces().length).toBeGreaterThan(TRACES.length / 2)
    expect(journal.forgetCaller(forgotten)).toBe(10)
    expect(traces()).toEqual([])
    expect(journal.history({ filter: 'all', limit: 99 }).calls).toHaveLength(30)
    expect(journal.history({ filter: 'all', text: 'zebulon', limit: 99 }).calls).toEqual([])
    expect(journal.history({ filter: 'all', text: '541239', limit: 99 }).calls).toEqual([])
    expect(journal.callerStory(forgotten, NOW)).toMatchObject({ callsEver: 0 })
    expect(journal.watchingReport(NOW, NOW + 99 * DAY_MS).rings).toBe(30)
    journal.close()
    expect(traces()).toEqual([])
    expect([rows('calls'), rows('parts'), rows('rings'), rows('search')]).toEqual([30, 30, 30, 30])
  })

  it('forgets nobody for a withheld number, which many share', () => {
    const journal = fill(4)
    expect(journal.forgetCaller({ kind: 'withheld', received: '' })).toBe(0)
    expect(journal.history({ filter: 'all', limit: 9 }).calls).toHaveLength(4)
    journal.close()
  })
})

describe('a quarantined history', () => {
  /** Two of them: an unreadable one, and one of a newer program. */
  function setTwoAside() {
    fill(8).close()
    const sound = readFileSync(path)
    writeFileSync(path, Buffer.concat([Buffer.from('broken'), sound.subarray(6)]))
    openJournal({ path, now: () => NOW, log: () => undefined }).journal.close()
    writeFileSync(path, sound)
    const db = new DatabaseSync(path)
    db.exec('PRAGMA user_version = 99')
    db.close()
    return openJournal({ path, now: () => NOW + DAY_MS, log: () => undefined }).journal
  }
  const setAside = (): readonly string[] => readdirSync(folder).filter((name) => /corrupt|newer/.test(name))

  it('is deleted when a caller is forgotten: nothing can be removed from it', () => {
    const journal = setTwoAside()
    expect(new Set(traces().map((trace) => /corrupt|newer/.exec(trace)?.[0]))).toEqual(
      new Set(['corrupt', 'newer']),
    )
    expect(journal.forgetCaller(forgotten)).toBe(0)
    expect(traces()).toEqual([])
    expect(setAside()).toEqual([])
    journal.close()
  })

  it('stays when nobody is forgotten', () => {
    const journal = setTwoAside()
    journal.forgetCaller({ kind: 'withheld', received: '' })
    expect(setAside()).not.toEqual([])
    journal.close()
  })

  it('is deleted when it is older than the limit, and not before; other files stay', () => {
    const journal = setTwoAside()
    const others = ['journal.db.corrupt-notes.txt', 'other.db.corrupt-20200101T000000Z', 'journal.db-backup']
    for (const name of others) writeFileSync(join(folder, name), '')
    journal.prune(NOW)
    expect(setAside().filter((name) => name.includes('corrupt-2026'))).not.toEqual([])
    journal.prune(NOW + 1_000)
    expect(setAside().filter((name) => name.includes('corrupt-2026'))).toEqual([])
    expect(setAside().some((name) => name.includes('newer'))).toBe(true)
    journal.prune(NOW + DAY_MS + 1_000)
    expect(setAside()).toEqual(others.slice(0, 2))
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(others))
    journal.close()
  })
})

describe('prune', () => {
  it('deletes what is older than the limit, in batches, with everything attached', () => {
    const journal = fill(200)
    const limit = retentionLimit(NOW + 200 * DAY_MS, 90)
    expect((NOW + 200 * DAY_MS - limit) / DAY_MS).toBe(90)
    const batches: number[] = []
    for (let gone = journal.prune(limit); gone > 0; gone = journal.prune(limit)) batches.push(gone)
    expect(batches.length).toBeGreaterThan(1)
    expect(batches.reduce((sum, gone) => sum + gone)).toBe(110)
    expect(journal.history({ filter: 'all', limit: 999 }).calls.at(-1)?.startedAt).toBe(limit)
    journal.close()
    expect([rows('calls'), rows('parts'), rows('rings'), rows('search')]).toEqual([90, 90, 90, 90])
  })

  it('leaves a live call, however old', () => {
    const { journal } = openJournal({ ...inMemory, now: () => NOW, log: (line) => expect.fail(line) })
    journal.record(createWatcher().see([seenCall()], NOW), NOW)
    expect(journal.prune(NOW + DAY_MS)).toBe(0)
    journal.close()
  })
})
