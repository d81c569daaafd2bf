import { expect, it } from 'vitest'
import type { AgentState } from '../domain.ts'
import { serverTime } from './server-time.ts'

const NOW = Date.UTC(2026, 10, 22, 10)
const HOUR_MS = 3_600_000

const state = (computerErrorMs: number, change: Partial<AgentState> = {}): AgentState => ({
  agent: null,
  calls: [],
  connection: { kind: 'live' },
  lastGoodAt: NOW - 5_000,
  clock: { offsetMinutes: 120, computerErrorMs, source: 'zone', since: NOW },
  ...change,
})

it('is the server’s, whatever this computer’s clock shows', () => {
  expect(serverTime(state(0), NOW)).toBe(NOW)
  expect(serverTime(state(3 * HOUR_MS), NOW)).toBe(NOW - 3 * HOUR_MS)
})

it.each([
  ['the computer was set to 2100 since the last response', state(0), Date.UTC(2100, 0, 1)],
  ['the computer was set back by a year since', state(0), NOW - 365 * 24 * HOUR_MS],
  ['the server says it is the year 9999', state(NOW - Date.UTC(9999, 11, 31)), NOW],
  ['the computer has been in 2100 for long', state(Date.UTC(2100, 0, 1) - NOW), NOW],
  ['nothing is heard of the server', state(0, { connection: { kind: 'connecting', failure: null } }), NOW],
  ['no response was dated yet', state(0, { clock: null }), NOW],
])('is not known when %s', (_when, watch, now) => {
  expect(serverTime(watch, now)).toBeNull()
})
