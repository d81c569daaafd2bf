import { describe, expect, it } from 'vitest'
import { aQueue, NOW, PHONE } from '../testing/samples.ts'
import { queueRows } from './queue-rows.ts'

const rowsOf = (...queues: Parameters<typeof queueRows>[0]): string[] =>
  queueRows(queues).map(({ key, last }) => (last ? `${key}.` : key))

describe('queueRows', () => {
  it('lists each queue with its callers in order, queues with waiting callers first', () => {
    const empty = aQueue({ id: '10', waiting: 0, callers: [], longestSince: null })
    expect(rowsOf(empty, aQueue())).toEqual(['11', '11/w1', '11/w2.', '10.'])
  })

  it('shows how many are not listed', () => {
    const rows = queueRows([aQueue({ waiting: 10_000 })])
    expect(rows.at(-1)).toEqual({ kind: 'more', key: '11/…', count: 9998, last: true })
    expect(rows.filter(({ last }) => last)).toHaveLength(1)
  })

  it('distinguishes callers whose ids are missing or the same', () => {
    const callers = ['', '', 'x', 'x'].map((callId) => ({ callId, phone: PHONE, joinedAt: NOW }))
    const keys = queueRows([aQueue({ waiting: 4, callers })]).map(({ key }) => key)
    expect(new Set(keys).size).toBe(5)
  })
})
