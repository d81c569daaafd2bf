import { expect, it } from 'vitest'
import { tortureSummary } from './torture-summary.ts'
import { torture } from './torture.ts'

const SHIFTS = 100

it(`breaks no rule in ${SHIFTS} shifts of eight hours`, async () => {
  const asked = { seed: 1, hours: 8, shifts: Array.from({ length: SHIFTS }, (_, shift) => shift) }
  const run = await torture(asked, () => performance.now())
  expect(run.failing, tortureSummary(run, asked).join('\n')).toBeNull()
  expect(run).toMatchObject({ shifts: SHIFTS, violations: 0, held: 0 })
  // It has tested something.
  expect(run.rings).toBeGreaterThan(SHIFTS * 20)
  expect(run.ringAlerts).toBe(run.rings)
})
