/** `npm run torture`: thousands of simulated shifts with faults, and every rule checked after each step. */
import { fileURLToPath } from 'node:url'
import { runProgram } from './start/run-program.ts'

// Torture spans folders, as tests do, and is stored with them; scripts import no tests.
const main = fileURLToPath(new URL('../tests/torture/main.ts', import.meta.url))
process.exitCode = await runProgram(process.execPath, [main, ...process.argv.slice(2)])
