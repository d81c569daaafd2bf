import { describe, expect, it } from 'vitest'
import { runShift } from '../../scripts/soak/run-shift.ts'
import { courses, grownKinds } from '../../scripts/soak/verdict.ts'

const HOURS = 1.2
const SPEED = 40 // some two minutes
// Alerts wait in the system's list for two hours, a few listeners each. A window that stayed would have a dozen a turn.
const MAX_LISTENERS = 24

// The long form is `npm run soak`; docs/soak.md has its figures. What is measured is the browser host's process.
describe.skipIf(process.env['RINGSIDE_E2E_ELECTRON'] !== undefined)('an hour of a busy shift', () => {
  it('leaves no handles behind, no windows and no listeners', { timeout: 300_000 }, async () => {
    const shift = await runShift({ hours: HOURS, speed: SPEED, samples: 40, tell: () => undefined })
    const growth = Object.fromEntries(
      courses(shift.samples, shift.pageHeaps).map((course) => [course.name, course.growth]),
    )
    expect(shift.samples.length).toBeGreaterThan(20)
    expect(shift.requests).toBeGreaterThan(HOURS * 120)
    expect(shift.turns).toBeGreaterThan(5)
    expect(growth['main: handles']).toBeLessThanOrEqual(0)
    expect(growth['main: listeners']).toBeLessThan(MAX_LISTENERS)
    expect(grownKinds(shift.samples).join()).not.toMatch(/BrowserWindow|HostContents|Tray|Socket/)
  })
})
