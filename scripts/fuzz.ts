/** `npm run fuzz`: hostile responses for the client: nothing thrown, nothing lost, and how long each takes to read. */
import { fileURLToPath } from 'node:url'
import { runProgram } from './start/run-program.ts'

// The run crosses rooms, as tests do, and lives with them; scripts load no tests.
const main = fileURLToPath(new URL('../tests/fuzz/main.ts', import.meta.url))
process.exitCode = await runProgram(process.execPath, [main, ...process.argv.slice(2)])
