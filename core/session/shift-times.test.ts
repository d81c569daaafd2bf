import { expect, it } from 'vitest'
import type { AgentState } from '../domain.ts'
import { NO_QUEUES } from '../queues/reduce-queues.ts'
import { shiftQueues, shiftTimes } from './shift-times.ts'

it.each([
  { kind: 'stale', since: 5, failure: { kind: 'unreachable', why: 'dns' } },
  { kind: 'refused', since: 5, why: 'address' },
] as const)('moves along since when the queues are $kind', (connection) => {
  expect(shiftQueues({ ...NO_QUEUES, connection }, 10).connection).toEqual({ ...connection, since: 15 })
})

it('leaves everything else of a state as it was, also that there are more calls than are followed', () => {
  const live: AgentState = {
    ...{ agent: null, calls: [], unfollowed: 3, connection: { kind: 'live' } },
    ...{ lastGoodAt: 5, clock: null },
  }
  expect(shiftTimes(live, 10)).toEqual({ ...live, lastGoodAt: 15 })
})
