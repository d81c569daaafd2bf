import { expect, it } from 'vitest'
import { storedRow } from '../testing/stored-row.ts'
import { good, START, step, viewedCall } from '../testing/sample-step.ts'
import { endedWhenLastSeen } from './ended-when-last-seen.ts'

const NIGHT_MS = 8 * 3_600_000
const ringing = step(START, good(START, viewedCall('a')))
const overAtDawn = step(START + NIGHT_MS, good(START + NIGHT_MS))
const overAfterRestart = step(START + NIGHT_MS, good(START + NIGHT_MS), { run: 2 })
const whats = (endedAt: number, over = overAtDawn) =>
  endedWhenLastSeen([ringing, over], [storedRow('a', { endedAt, endSeen: false })]).map(({ what }) => what)

it('accepts a call that ends when it was last seen', () => {
  expect(whats(START)).toEqual([])
  expect(whats(START - 1_000, overAfterRestart)).toEqual([])
})

it('finds a call whose end is the time of the next response', () => {
  expect(whats(START + NIGHT_MS)).toEqual(['SIPSIP2/a is stored as ended 28800 s after it was last seen'])
  expect(whats(START + NIGHT_MS, overAfterRestart)).toHaveLength(1)
})

it('ignores an end that was seen', () => {
  const over = step(START + 5_000, good(START + 5_000))
  expect(whats(START + 5_000, over)).toEqual([])
})
