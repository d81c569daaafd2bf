/**
 * `npm run fuzz`: gives the client hostile responses, on which it must not throw or lose anything, and prints how long
 * each takes to read.
 */
import { fileURLToPath } from 'node:url'
import { runProgram } from './start/run-program.ts'

// Fuzzing spans folders, as tests do, and is stored with them; scripts import no tests.
const main = fileURLToPath(new URL('../tests/fuzz/main.ts', import.meta.url))
process.exitCode = await runProgram(process.execPath, [main, ...process.argv.slice(2)])
