import { performance } from 'node:perf_hooks'
import type { Phone } from '../../../core/domain.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import { createWatcher } from '../../../core/history/testing/watcher.ts'
import { seenCall } from '../../../core/testing/seen.ts'
import { percentile, type Figure } from '../figure.ts'

const CALLS = 500
const ROUNDS = 15
const START = 1_780_000_000_000
const GAP_MS = 60_000

/** The cost of reading the list of missed calls when all came from one number, next to as many from different numbers. */
export function benchMissedList(): Promise<readonly Figure[]> {
  const [one, different] = [readMs(() => 0), readMs((index) => index)]
  const figure = { digits: 2, limit: null }
  return Promise.resolve([
    { name: `missed list: ${CALLS} calls from different numbers`, value: different, unit: 'ms', ...figure },
    {
      name: 'missed list: as many from one number, relative to that',
      value: one / different,
      unit: '×',
      ...figure,
      limit: 2,
    },
  ])
}

function readMs(numberOf: (index: number) => number): number {
  const log = (line: string): void => void process.stderr.write(`${line}\n`)
  const { journal } = openJournal({ path: ':memory:', now: () => START, log })
  const watcher = createWatcher()
  for (let index = 0; index < CALLS; index++) {
    const at = START + index * GAP_MS
    const call = seenCall({ ivrid: `missed${index}`, phone: phone(numberOf(index)) })
    journal.record(watcher.see([call], at), at)
    journal.record(watcher.see([], at + 5_000), at + 5_000)
  }
  const times = Array.from({ length: ROUNDS }, () => {
    const began = performance.now()
    journal.missedCalls()
    return performance.now() - began
  })
  journal.close()
  return percentile(times, 0.5)
}

function phone(index: number): Phone {
  const digits = `54${1_000_000 + index}`
  return {
    kind: 'number',
    received: `0${digits}`,
    national: `0${digits}`,
    international: `+972 ${digits}`,
    e164: `+972${digits}`,
  }
}
