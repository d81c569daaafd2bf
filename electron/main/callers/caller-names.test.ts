import { expect, it } from 'vitest'
import { MINUTE_MS } from '../../../core/clock.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import { inMemory } from '../../../core/history/testing/in-memory.ts'
import { sampleCall } from '../testing/sample-call.ts'
import { createCallerNames } from './caller-names.ts'

it('names the next calls for as long as is set, and not by a response of the future', () => {
  let now = 1_790_000_000_000
  const { journal } = openJournal({ ...inMemory, now: () => now, log: (line) => expect.fail(line) })
  const [first, next] = [sampleCall({ ivrid: '1' }), sampleCall({ ivrid: '2' })]
  const state = { agent: null, connection: { kind: 'live' } as const, lastGoodAt: now, clock: null }
  journal.record({ state: { ...state, calls: [first] }, events: [] }, now)
  const { callerOf } = createCallerNames({
    settings: () => ({
      ...{ popupScreenUrl: 'https://crm.example/', popupScreenMinutes: 480 },
      ...{ nameOrder: 'own-first', privacy: false },
    }),
    journal: () => journal,
    ownName: () => null,
    now: () => now,
  })
  const isNamed = (): boolean => callerOf(next)?.source === 'crm'
  journal.setCrmCaller(first.key, { name: 'Dana Levi', company: '', matches: 1, url: '' }, now)
  expect(isNamed()).toBe(true)
  now += 9 * 60 * MINUTE_MS
  expect(isNamed()).toBe(false)
  // The clock was ahead until now.
  now -= 10 * 60 * MINUTE_MS
  expect(isNamed()).toBe(false)
})
