/** `npm run fuzz [-- --bodies N] [--seed N]`: hostile responses for the client. */
import { given, numberGiven } from '../../scripts/command/given.ts'
import { fuzzBodies } from './fuzz-bodies.ts'
import { hugeBodies, measureHuge } from './huge-bodies.ts'

const COMMAND = {
  name: 'fuzz',
  does: 'Hostile responses for the client: nothing thrown, no call lost, and how long each takes to read.',
  flags: {
    bodies: { type: 'string', takes: 'N', does: 'how many (1000000)' },
    seed: { type: 'string', takes: 'N', does: 'which ones (1)' },
  },
} as const
const MOST_TIMES = 20
const { values } = given(COMMAND)
const bodies = numberGiven(COMMAND, 'bodies', values.bodies ?? '1000000', { least: 1, most: 100_000_000 })
const seed = numberGiven(COMMAND, 'seed', values.seed ?? '1', { least: 0, most: 2 ** 31 - 1 })
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const { runs, reached, calls, slowestMs, compared, mostTimes } = await fuzzBodies(bodies, seed)
say(
  `${runs.toLocaleString('en')} bodies, seed ${seed}: ${reached.toLocaleString('en')} read, with ${calls.toLocaleString('en')} calls; nothing thrown`,
)
say(
  `slowest reading ${slowestMs.toFixed(0)} ms; ${compared.toLocaleString('en')} took over 1 ms, at most ${mostTimes.toFixed(1)} times JSON.parse (limit ${MOST_TIMES})`,
)
if (mostTimes > MOST_TIMES) process.exitCode = 1
for (const body of hugeBodies()) {
  const { line, tooLong } = await measureHuge(body, MOST_TIMES)
  say(`${line}${tooLong ? ': too long' : ''}`)
  if (tooLong) process.exitCode = 1
}
