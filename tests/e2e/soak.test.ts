import { describe, expect, it } from 'vitest'
import { runShift } from '../../scripts/soak/run-shift.ts'
import { courses, isHeld } from '../../scripts/soak/verdict.ts'

const HOURS = 1.4
const SPEED = 40 // some two minutes

// The long form is `npm run soak`; docs/soak.md has its figures. What is measured is the browser host's process.
describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)('an hour of a busy shift', () => {
  it('leaves no handles behind, no windows and no listeners', { timeout: 300_000 }, async () => {
    const shift = await runShift({ hours: HOURS, speed: SPEED, samples: 40, tell: () => undefined })
    const broken = courses(shift.samples, shift.pageHeaps).filter((course) => !isHeld(course))
    expect(shift.samples.length).toBeGreaterThan(20)
    expect(shift.requests).toBeGreaterThan(HOURS * 120)
    expect(shift.turns).toBeGreaterThan(5)
    expect(broken).toEqual([])
  })
})
