/** `npm run check`: everything that needs no build, side by side. Fails if one part fails. */
import { availableParallelism } from 'node:os'
import { runParts } from './parts/run-parts.ts'
import { runScript } from './parts/run-script.ts'

// The longest first, so that the lanes end at about the same time.
const PARTS = ['lint:code', 'unit', 'types', 'lint:format', 'lint:unused']

const passed = await runParts(
  PARTS.map((script) => ({ scripts: [script] })),
  Math.max(2, availableParallelism()),
  runScript,
)
process.exitCode = passed ? 0 : 1
