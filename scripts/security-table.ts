/** `npm run generate -- security`: the security checklist is tried, and its results are written into docs/security.md. */
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './start/build-if-stale.ts'
import { runProgram } from './start/run-program.ts'

// The checks cross rooms, as tests do, and live with them; scripts load no tests.
const main = fileURLToPath(new URL('../tests/security/main.ts', import.meta.url))
await buildIfStale()
process.exitCode = await runProgram(process.execPath, [main])
