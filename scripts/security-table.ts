/** `npm run generate -- security`: runs the security checklist, and writes its results into docs/security.md. */
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './start/build-if-stale.ts'
import { runProgram } from './start/run-program.ts'

// The checks span folders, as tests do, and are stored with them; scripts import no tests.
const main = fileURLToPath(new URL('../tests/security/main.ts', import.meta.url))
await buildIfStale()
process.exitCode = await runProgram(process.execPath, [main])
