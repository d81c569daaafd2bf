import { expect, it } from 'vitest'
import { initialBelief } from './api-clock.ts'
import { learnFromDate } from './learn-clock.ts'

const NOW = Date.UTC(2026, 0, 15, 10, 0, 0)

it.each([
  ['quick', 200],
  ['slow', 4_000],
])('leaves how the clock ran to the next response if a %s one has no date', (_what, tookMs) => {
  const run = { slipMs: 90_000, vouched: true }
  const times = { sentAt: NOW, receivedAt: NOW + tookMs, timeoutMs: 8_000 }
  const lesson = learnFromDate(initialBelief('UTC', NOW), { ...times, serverDate: null, run })
  expect(lesson).toMatchObject({ usedRun: false, steppedMs: 0 })
})
