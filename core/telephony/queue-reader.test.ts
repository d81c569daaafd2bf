import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Phone } from '../domain.ts'
import { readPhone } from '../phone.ts'
import { createRepairLog } from './repair-log.ts'
import { createQueueReader } from './queue-reader.ts'

const DOCUMENTED: unknown = JSON.parse(
  readFileSync(new URL('../../tests/fixtures/api/queues.json', import.meta.url), 'utf8'),
)

const phone = (received: string): Phone => readPhone(received, 'IL')
const reader = createQueueReader(createRepairLog(), phone)

describe('the queue reader', () => {
  it('reads the documented response without repairs', () => {
    expect(reader(DOCUMENTED, null)).toEqual({
      kind: 'answer',
      repairs: [],
      answer: [
        {
          id: '12345678',
          name: 'QUEUE 1',
          weight: 5,
          callers: [
            {
              callId: '202010131430590714966',
              phone: phone('0722776772'),
              joinedApiSeconds: 1602599565,
              waitedSeconds: 21,
            },
            {
              callId: '202010131433000d14cc4b',
              phone: phone('0501234567'),
              joinedApiSeconds: 1602599583,
              waitedSeconds: 3,
            },
          ],
        },
        { id: '87654321', name: 'QUEUE 2', weight: 0, callers: [] },
      ],
    })
  })

  it('returns only the requested queue', () => {
    expect(reader(DOCUMENTED, '87654321')).toMatchObject({ answer: [{ name: 'QUEUE 2' }] })
  })

  it('returns an empty list for a queue that the account doesn’t have', () => {
    const unknown = { ERR: 2, DESC: 'Queue is not found in this account' }
    expect(reader(unknown, '1')).toEqual({ kind: 'answer', answer: [], repairs: [] })
    expect(reader(unknown, null)).toEqual({ kind: 'faulty', status: 200, err: 2 })
  })

  it('includes a caller without an id: someone is waiting', () => {
    const callers = [
      { Phone: '1', JoinTime: 5, Duration: 1 },
      { Phone: '2', CallID: null, JoinTime: '6', Duration: '-1' },
    ]
    expect(reader({ ERR: 0, QUEUES: [{ Name: 'Q', ID: '7', Weight: 1, Callers: callers }] }, '7')).toEqual({
      kind: 'answer',
      answer: [
        {
          id: '7',
          name: 'Q',
          weight: 1,
          callers: [
            { callId: '', phone: phone('1'), joinedApiSeconds: 5, waitedSeconds: 1 },
            { callId: '', phone: phone('2'), joinedApiSeconds: 6, waitedSeconds: null },
          ],
        },
      ],
      repairs: [
        { path: 'QUEUES[0].ID', what: 'numeric-string' },
        { path: 'QUEUES[0].Callers[0].CallID', what: 'missing' },
        { path: 'QUEUES[0].Callers[1].JoinTime', what: 'numeric-string' },
        { path: 'QUEUES[0].Callers[1].Duration', what: 'numeric-string' },
        { path: 'QUEUES[0].Callers[1].CallID', what: 'missing' },
      ],
    })
  })

  it('uses the first of two callers with the same id', () => {
    const caller = { Phone: '1', CallID: 'a', JoinTime: 5, Duration: 1 }
    const reading = reader(
      { ERR: 0, QUEUES: { Name: 'Q', ID: 7, Weight: 1, Callers: [caller, caller] } },
      null,
    )
    expect(reading).toMatchObject({
      answer: [{ callers: [{ callId: 'a' }] }],
      repairs: [
        { path: 'QUEUES', what: 'object-for-array' },
        { path: 'QUEUES[0].Callers[1]', what: 'duplicate' },
      ],
    })
  })

  it('reads any JSON without failing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        reader(json, null)
        reader({ ERR: 0, QUEUES: json }, '7')
        reader({ ERR: 0, QUEUES: [{ Name: json, ID: json, Callers: [json, { CallID: json }] }] }, null)
      }),
      { numRuns: 1_000 },
    )
  })
})
