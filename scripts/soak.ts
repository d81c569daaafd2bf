/**
 * `npm run soak -- [--hours 8] [--speed 24]`: a busy shift in the browser host on a clock that runs fast, and what it left
 * behind in memory, handles and listeners. Exit code 1 when something grew that must not.
 */
import { parseArgs } from 'node:util'
import { buildIfStale } from './start/build-if-stale.ts'
import { runShift } from './soak/run-shift.ts'
import { courses, grownKinds, isHeld, table } from './soak/verdict.ts'

const SAMPLES = 96

const { values } = parseArgs({
  options: { hours: { type: 'string', default: '8' }, speed: { type: 'string', default: '24' } },
})
const tell = (line: string): void => void process.stdout.write(`${line}\n`)

await buildIfStale()
const shift = await runShift({
  hours: Number(values.hours),
  speed: Number(values.speed),
  samples: SAMPLES,
  tell,
})
const all = courses(shift.samples, shift.pageHeaps)
tell(`\n${values.hours} h at ${values.speed} times the speed of time: ${shift.samples.length} measurements`)
tell(table(all))
for (const kind of grownKinds(shift.samples)) tell(`more of ${kind}`)
tell(`requests seen by the call centre: ${shift.requests}`)
tell(`turns of the agent: ${shift.turns}`)
tellGroups('steps that found nothing to do', shift.missedSteps)
tellGroups('warnings in the log', shift.warnings)
process.exitCode = all.every(isHeld) ? 0 : 1

function tellGroups(name: string, lines: readonly string[]): void {
  tell(`${name}: ${lines.length}`)
  for (const [line, same] of Map.groupBy(lines, (one) => one)) tell(`  ${same.length} × ${line}`)
}
