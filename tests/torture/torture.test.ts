import { expect, it } from 'vitest'
import { tortureSummary } from './torture-summary.ts'
import { torture } from './torture.ts'

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, shift) => shift)

/** The first shifts of a seed, and those of thousands in which a rule was once broken. */
const SHIFTS: readonly (readonly [seed: number, shifts: readonly number[]])[] = [
  [1, [...numbers(15), 443, 472, 492, 675, 685, 779, 790, 874, 975, 997]],
  [2, [...numbers(9), 504, 829]],
  [3, [287, 535, 616, 637, 739, 778, 976]],
  [4, [472]],
  [6, [22]],
  [7, [87]],
]

it.each(SHIFTS)('breaks no rule in shifts of eight hours, seed %i', async (seed, shifts) => {
  const asked = { seed, hours: 8, shifts }
  const run = await torture(asked, () => performance.now())
  expect(run.failing, tortureSummary(run, asked).join('\n')).toBeNull()
  expect(run).toMatchObject({ shifts: shifts.length, violations: 0, held: 0 })
  // It has tested something.
  expect(run.rings).toBeGreaterThan(shifts.length * 20)
  expect(run.ringAlerts).toBe(run.rings)
})
