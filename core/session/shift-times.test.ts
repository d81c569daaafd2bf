import { expect, it } from 'vitest'
import { NO_QUEUES } from '../queues/reduce-queues.ts'
import { shiftQueues } from './shift-times.ts'

it.each([
  { kind: 'stale', since: 5, failure: { kind: 'unreachable', why: 'dns' } },
  { kind: 'refused', since: 5, why: 'address' },
] as const)('moves along since when the queues are $kind', (connection) => {
  expect(shiftQueues({ ...NO_QUEUES, connection }, 10).connection).toEqual({ ...connection, since: 15 })
})
