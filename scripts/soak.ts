/** `npm run soak`. Exit code 1 if something grew that must not. */
import { given, numberGiven } from './command/given.ts'
import { buildIfStale } from './start/build-if-stale.ts'
import { runShift } from './soak/run-shift.ts'
import { courses, grownKinds, isHeld, table } from './soak/verdict.ts'

const SAMPLES = 96

const COMMAND = {
  name: 'soak',
  does: 'Runs a busy shift in the browser host on a fast clock, and shows what remains of it in memory, handles and listeners.',
  flags: {
    hours: { type: 'string', default: '8', takes: 'N', does: 'the shift’s length' },
    speed: { type: 'string', default: '24', takes: 'N', does: 'how many times faster than real time' },
  },
} as const

const { values } = given(COMMAND)
const hours = numberGiven(COMMAND, 'hours', values.hours, { least: 0.1, most: 1_000, whole: false })
const speed = numberGiven(COMMAND, 'speed', values.speed, { least: 1, most: 1_000, whole: false })
const tell = (line: string): void => void process.stdout.write(`${line}\n`)

await buildIfStale()
const shift = await runShift({
  hours,
  speed,
  samples: SAMPLES,
  tell,
})
const all = courses(shift.samples, shift.pageHeaps)
tell(`\n${hours} h at ${speed} times real time: ${shift.samples.length} measurements`)
tell(table(all))
for (const kind of grownKinds(shift.samples)) tell(`more of ${kind}`)
tell(`requests seen by the call centre: ${shift.requests}`)
tell(`events that reached the webhook: ${shift.events}`)
tell(`turns of the agent: ${shift.turns}`)
tellGroups('steps that found nothing to act on', shift.missedSteps)
tellGroups('warnings in the log', shift.warnings)
process.exitCode = all.every(isHeld) ? 0 : 1

function tellGroups(name: string, lines: readonly string[]): void {
  tell(`${name}: ${lines.length}`)
  for (const [line, same] of Map.groupBy(lines, (one) => one)) tell(`  ${same.length} × ${line}`)
}
