import { expect, it } from 'vitest'
import { MAX_RETRY_AFTER_MS, retryAfterMs } from './retry-after.ts'

const NOW = Date.UTC(2026, 0, 5, 10, 0, 0)

it.each([
  ['7', 7_000],
  [' 0 ', 0],
  ['1.5', 1_500],
  ['999999999', MAX_RETRY_AFTER_MS],
  ['Mon, 05 Jan 2026 10:00:20 GMT', 20_000],
  ['Mon, 05 Jan 2026 09:00:00 GMT', 0],
  ['Tue, 06 Jan 2026 10:00:00 GMT', MAX_RETRY_AFTER_MS],
  ['-5', null],
  ['soon', null],
  ['', null],
  [null, null],
])('reads %j as %j ms', (header, ms) => {
  expect(retryAfterMs(header, NOW)).toBe(ms)
})
