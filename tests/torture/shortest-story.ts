import { checkShift } from './check-shift.ts'
import { drawStory } from './draw-story.ts'
import { runShift } from './run-shift.ts'
import type { Shifts } from './run-shifts.ts'
import type { ShiftReport } from './shift-report.ts'
import { shrinkStory } from './shrink-story.ts'
import type { Story } from './story.ts'
import { storyLines } from './story-lines.ts'

/** The shortest story that breaks the same rule as a failing shift, as lines, and how to run the shift again. */
export async function shortestStory(
  { seed, hours }: Shifts,
  { shift, violations }: ShiftReport,
): Promise<readonly string[]> {
  const rule = violations[0]?.rule ?? ''
  const broken = async (story: Story) => {
    const run = await runShift(story)
    return { run, found: checkShift(run).filter((one) => one.rule === rule) }
  }
  const story = await shrinkStory(drawStory(seed, shift, hours), async (candidate) => {
    const first = (await broken(candidate)).found[0]
    return first === undefined ? null : first.at - candidate.startAt
  })
  const { run, found } = await broken(story)
  return [
    '',
    `shift ${shift} fails; the shortest story found that does:`,
    ...storyLines(run, found.slice(0, 1)),
    '',
    `again: npm run torture -- --seed ${seed} --hours ${hours} --only ${shift}`,
  ]
}
