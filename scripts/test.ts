/**
 * `npm test`: the check, then the built program in a browser, which mostly waits, in parallel with the simulated
 * shifts.
 */
import { given } from './command/given.ts'
import { runParts } from './parts/run-parts.ts'
import { runScript } from './parts/run-script.ts'

given({
  name: 'test',
  does: 'Runs the check, then the build, tests in a real browser, and simulated shifts.',
  flags: {},
})
const passed =
  (await runScript('check', false)) &&
  (await runParts(
    [{ scripts: ['build', 'e2e', 'visual'] }, { scripts: ['slow', 'shifts'], inBackground: true }],
    2,
    runScript,
  ))
process.exitCode = passed ? 0 : 1
