import type { Shifts } from './run-shifts.ts'
import { shortestStory } from './shortest-story.ts'
import type { ShiftReport } from './shift-report.ts'
import { tortureSummary } from './torture-summary.ts'
import { torture } from './torture.ts'

const EVERY = 10

/**
 * `npm run torture`: runs the shifts and prints each that breaks a rule, how far it is, then the figures and the
 * shortest story that fails. Returns the exit code.
 */
export async function tortureCommand(asked: Shifts, print: (line: string) => void): Promise<number> {
  let found = 0

  function over({ shift, violations }: ShiftReport, done: number): void {
    found += violations.length
    const rules = new Set(violations.map(({ rule }) => rule))
    if (rules.size > 0) print(`shift ${shift}: ${[...rules].join(', ')}`)
    if (done % EVERY === 0) print(`${done} of ${asked.shifts.length} shifts, violations ${found}`)
  }

  const run = await torture(asked, () => performance.now(), over)
  for (const line of tortureSummary(run, asked)) print(line)
  if (run.failing !== null) {
    for (const line of await shortestStory(asked, run.failing)) print(line)
  }
  return run.violations === 0 && run.held === 0 ? 0 : 1
}
