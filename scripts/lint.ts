/** `npm run lint`: every linter, one after the other. Fails if one finds anything. */
import { given } from './command/given.ts'
import { runParts } from './parts/run-parts.ts'
import { runScript } from './parts/run-script.ts'

const PARTS = ['lint:code', 'lint:components', 'lint:format', 'lint:unused']

given({ name: 'lint', does: `Runs every linter in turn: ${PARTS.join(', ')}.`, flags: {} })
const passed = await runParts(
  PARTS.map((script) => ({ scripts: [script] })),
  1,
  runScript,
)
process.exitCode = passed ? 0 : 1
