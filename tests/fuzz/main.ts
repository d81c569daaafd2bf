/** `npm run fuzz [-- --bodies N] [--seed N]`: hostile responses for the client. */
import { parseArgs } from 'node:util'
import { fuzzBodies } from './fuzz-bodies.ts'
import { hugeBodies, measureHuge } from './huge-bodies.ts'

const { values } = parseArgs({
  options: { bodies: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const bodies = Number(values.bodies)
const { runs, reached, calls, slowestMs, mostTimes } = await fuzzBodies(bodies, Number(values.seed))
say(
  `${runs.toLocaleString('en')} bodies, seed ${values.seed}: ${reached.toLocaleString('en')} read, with ${calls.toLocaleString('en')} calls; nothing thrown`,
)
say(
  `slowest reading ${slowestMs.toFixed(0)} ms; at most ${mostTimes.toFixed(1)} times JSON.parse (where it takes over 5 ms)`,
)
for (const body of hugeBodies()) say(await measureHuge(body))
