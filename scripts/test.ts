/**
 * `npm test`: the check, then the built program in a browser, which mostly waits, in parallel with the simulated shifts
 * and the pictures.
 */
import { given } from './command/given.ts'
import { endWith } from './parts/end-with.ts'
import { runParts } from './parts/run-parts.ts'
import { runScript } from './parts/run-script.ts'

given({
  name: 'test',
  does: 'Runs the check, then the build, tests in a real browser, and simulated shifts.',
  flags: {},
})
const failed = await runParts([{ scripts: ['check', 'build'] }], 1, runScript)
endWith(
  failed.length > 0
    ? failed
    : await runParts(
        [{ scripts: ['e2e'] }, { scripts: ['slow', 'shifts'], inBackground: true }, { scripts: ['visual'] }],
        2,
        runScript,
      ),
)
