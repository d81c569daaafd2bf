import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Phone } from '../../core/domain.ts'
import { openJournal } from '../../core/history/open-journal.ts'
import type { Journal } from '../../core/history/journal.ts'
import { createWatcher } from '../../core/history/testing/watcher.ts'
import { seenCall } from '../../core/testing/seen.ts'
import { figure, medianTaken, percentile, taken, type Figure } from './figure.ts'

const CALLS = 100_000
const START = 1_780_000_000_000
const GAP_MS = 60_000
const ROUNDS = 15
const MISSED = 500
const SEARCHES = ['050-65', '+972 50 65', 'תמיכה', 'sales', 'zzzz', '131']

/** The cost of storing calls, and of finding some among 100,000, each next to plain SQLite on the same rows. */
export async function benchJournal(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-bench-journal-'))
  const log = (line: string): void => void process.stderr.write(`${line}\n`)
  const { journal } = openJournal({ path: join(folder, 'history.db'), now: () => START, log })
  const plain = plainTable(join(folder, 'plain.db'))
  const writes = fill(journal, plain.insert)
  const searches = SEARCHES.map((text) => ({
    ours: medianTaken(ROUNDS, () => journal.history({ text, filter: 'all', limit: 50 })),
    peer: medianTaken(ROUNDS, () => plain.search(text)),
  }))
  const first = medianTaken(ROUNDS, () => journal.history({ filter: 'all', limit: 50 }))
  journal.close()
  plain.close()
  await rm(folder, { recursive: true, force: true })
  const [missed, fromOne] = [missedListMs((index) => index), missedListMs(() => 0)]
  const worst = Math.max(...searches.map(({ ours }) => ours))
  const relative = percentile(
    searches.map(({ ours, peer }) => ours / peer),
    0.5,
  )
  return [
    figure(`journal: write per event, while ${CALLS} calls are stored`, writes.ours, {
      unit: 'ms',
      digits: 3,
    }),
    figure('journal: the same, relative to a plain INSERT in a transaction', writes.ours / writes.peer, {
      unit: '×',
      digits: 1,
    }),
    figure(`journal: slowest search among ${CALLS} calls`, worst, { unit: 'ms', digits: 2, limit: 50 }),
    figure('journal: searches, relative to a LIKE over a plain table (median)', relative, {
      unit: '×',
      digits: 2,
    }),
    figure(`journal: the newest page of ${CALLS} calls`, first, { unit: 'ms', digits: 2, limit: 100 }),
    figure(`journal: list of ${MISSED} missed calls`, missed, { unit: 'ms', digits: 2 }),
    figure('journal: the same, all from one number, relative to that', fromOne / missed, {
      unit: '×',
      digits: 2,
      limit: 2,
    }),
  ]
}

/** Ms for reading the list of missed calls, by which of the numbers called at each index. */
function missedListMs(numberOf: (index: number) => number): number {
  const { journal } = openJournal({ path: ':memory:', now: () => START, log: () => undefined })
  const watcher = createWatcher()
  for (let index = 0; index < MISSED; index++) {
    const at = START + index * GAP_MS
    const call = seenCall({ ivrid: `missed${index}`, phone: phone(numberOf(index)) })
    journal.record(watcher.see([call], at), at)
    journal.record(watcher.see([], at + 5_000), at + 5_000)
  }
  const ms = medianTaken(ROUNDS, () => journal.missedCalls())
  journal.close()
  return ms
}

/** Ms for one event, in the journal and in plain SQLite, in the same loop. */
function fill(journal: Journal, insert: (ivrid: string, number: string, name: string, at: number) => void) {
  const watcher = createWatcher()
  let [ours, peer, events] = [0, 0, 0]
  for (let index = 0; index < CALLS; index++) {
    const seen = seenCall({
      ivrid: `2026${index}`,
      phone: phone(index),
      name: index % 3 === 0 ? 'תמיכה טכנית' : 'Sales line',
    })
    const steps = [
      [seen],
      index % 5 === 0 ? [] : [{ ...seen, phase: 'talking' as const, answered: true }],
      [],
    ]
    for (const [step, list] of steps.entries()) {
      const at = START + index * GAP_MS + step * 5_000
      const change = watcher.see(list, at)
      if (change.events.length === 0) continue
      events += change.events.length
      ours += taken(() => journal.record(change, at))
    }
    peer += taken(() => insert(seen.ivrid, seen.phone.received, seen.name, START + index * GAP_MS))
  }
  return { ours: ours / events, peer: peer / CALLS }
}

function plainTable(path: string) {
  const db = new DatabaseSync(path)
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE calls (ivrid TEXT, number TEXT, name TEXT, at INTEGER)',
  )
  const row = db.prepare('INSERT INTO calls VALUES (?, ?, ?, ?)')
  const like = db.prepare(
    "SELECT * FROM calls WHERE number LIKE '%' || ?1 || '%' OR name LIKE '%' || ?1 || '%' ORDER BY at DESC LIMIT 50",
  )
  return {
    insert(...values: [string, string, string, number]) {
      db.exec('BEGIN')
      row.run(...values)
      db.exec('COMMIT')
    },
    search: (text: string) => like.all(text.replaceAll(/[-+ ]/g, '')),
    close: () => db.close(),
  }
}

function phone(index: number): Phone {
  const digits = String(500_000_000 + ((index * 7_919) % 40_000) * 131)
  const [a, b, c] = [digits.slice(0, 2), digits.slice(2, 5), digits.slice(5)]
  return {
    kind: 'number',
    received: `0${digits}`,
    national: `0${a}-${b}-${c}`,
    international: `+972 ${a} ${b} ${c}`,
    e164: `+972${digits}`,
  }
}
