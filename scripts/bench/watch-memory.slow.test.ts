import { expect, it } from 'vitest'
import { kilobytesACall, MOST_KB_A_CALL, watchADay } from './watch-memory.ts'

it('watches a day of calls without growing', () => {
  const day = watchADay()
  expect(day.at(-1)?.calls).toBeGreaterThan(2_800)
  expect(kilobytesACall(day)).toBeLessThan(MOST_KB_A_CALL)
})
