/**
 * Fills a journal with calls and prints how long its questions take, in ms:
 * `node core/journal/testing/measure-journal.ts [calls] [file]`.
 */
import type { Phone, SeenCall } from '../../domain.ts'
import { seenCall } from '../../testing/seen.ts'
import { openJournal } from '../open-journal.ts'
import { createWatcher } from './watcher.ts'
import { temporaryFile } from './temporary-file.ts'

const calls = Number(process.argv[2] ?? 100_000)
const { path, remove } = temporaryFile()
const START = 1_780_000_000_000
const GAP_MS = 60_000
const REPEATS = 9

const NAMES = [
  'Sales line',
  'Support',
  'תמיכה טכנית',
  'מכירות',
  'Billing',
  'Dana Cohen',
  'יעל לוי',
  'Night desk',
]

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

function call(index: number): SeenCall {
  return seenCall({
    ivrid: `2026${index}`,
    phone: phone(index),
    name: NAMES[index % NAMES.length] ?? '',
    direction: index % 4 === 0 ? 'outgoing' : 'incoming',
  })
}

function median(work: () => unknown): number {
  const times = Array.from({ length: REPEATS }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return times.sort((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? 0
}

function once(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

const say = (what: string, ms: number, more = ''): void =>
  console.log(`${what.padEnd(44)} ${ms.toFixed(2).padStart(9)} ms ${more}`)

const open = () => openJournal({ path, now: () => START + calls * GAP_MS, log: console.error }).journal
let journal = open()
const watcher = createWatcher()
let changes = 0
const filled = once(() => {
  for (let index = 0; index < calls; index++) {
    const at = START + index * GAP_MS
    const seen = call(index)
    const steps: SeenCall[][] = [
      [seen],
      index % 5 === 0 ? [] : [{ ...seen, phase: 'talking', answered: true }],
      [],
    ]
    for (const [step, list] of steps.entries()) {
      const change = watcher.see(list, at + step * 5_000)
      if (change.events.length === 0) continue
      journal.record(change, at + step * 5_000)
      changes++
    }
    if (index % 50 === 0) journal.setNote(`${seen.extension}/${seen.ivrid}`, `order ${index} לקוח חוזר`)
  }
})
say(`${calls} calls recorded, a change`, filled / changes, `(${changes} changes)`)
journal.close()
say(
  'open',
  once(() => (journal = open())),
)

const last = phone(calls - 1)
const page = { filter: 'all', limit: 50 } as const
say(
  'first page',
  once(() => journal.history(page)),
  'cold',
)
say(
  'first page',
  median(() => journal.history(page)),
)
for (const filter of ['missed', 'incoming', 'outgoing', 'muted'] as const)
  say(
    `first page, ${filter}`,
    median(() => journal.history({ filter, limit: 50 })),
  )
say(
  'page from the middle',
  median(() => journal.history({ ...page, before: (START + (calls / 2) * GAP_MS) * 1000 })),
)
const searches = [
  last.kind === 'number' ? last.national : '',
  last.kind === 'number' ? last.international : '',
  '97250',
  '050',
  '9725',
  '131',
  'sales',
  'תמיכה',
  'לי',
  'a',
  'zz',
  'zzzz',
  'order 50',
  'לקוח חוזר',
  '9999999',
]
for (const text of searches) {
  const cold = once(() => journal.history({ ...page, text }))
  const found = journal.history({ ...page, text }).calls.length
  const warm = median(() => journal.history({ ...page, text }))
  say(`search "${text}"`, warm, `first time ${cold.toFixed(2)}, ${found} found`)
}
say(
  'search "050", missed',
  median(() => journal.history({ ...page, text: '050', filter: 'missed' })),
)
say(
  'search "050", muted',
  median(() => journal.history({ ...page, text: '050', filter: 'muted' })),
)
say(
  'caller story',
  median(() => journal.callerStory(last, START)),
)
say(
  'unseen missed',
  once(() => journal.unseenMissed().length),
)
say(
  'transfer chain',
  median(() => journal.transferChain('SIPSIP2/20265')),
)
say(
  'watching report, a week',
  once(() => journal.watchingReport(START, START + 7 * 86_400_000)),
)
say(
  'prune, a batch',
  once(() => journal.prune(START + 10_000 * GAP_MS)),
)
say(
  'forget a caller',
  once(() => journal.forgetCaller(last)),
)
journal.close()
remove()
