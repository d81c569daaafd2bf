import { readTortureOptions } from './torture-options.ts'
import { shortestStory } from './shortest-story.ts'
import { tortureSummary } from './torture-summary.ts'
import { torture } from './torture.ts'

/** `npm run torture`: runs the shifts, prints the figures and the shortest story that fails. Returns the exit code. */
export async function tortureCommand(
  args: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const asked = readTortureOptions(args)
  if (typeof asked === 'string') {
    print(asked)
    return 2
  }
  const run = await torture(asked, () => performance.now())
  for (const line of tortureSummary(run, asked)) print(line)
  if (run.failing !== null) {
    for (const line of await shortestStory(asked, run.failing)) print(line)
  }
  return run.violations === 0 && run.held === 0 ? 0 : 1
}
