/** `npm run check`: everything that needs no build, in parallel. Fails if one part fails. */
import { availableParallelism } from 'node:os'
import { given } from './command/given.ts'
import { endWith } from './parts/end-with.ts'
import { runParts } from './parts/run-parts.ts'
import { runScript } from './parts/run-script.ts'

// The longest first, so that the parallel runs end at about the same time.
const PARTS = ['unit', 'lint:components', 'lint:code', 'types:window', 'lint:unused', 'lint:format']

given({ name: 'check', does: 'Runs types, lint and unit tests in parallel.', flags: {} })
endWith(
  await runParts(
    PARTS.map((script) => ({ scripts: [script] })),
    Math.max(2, availableParallelism()),
    runScript,
  ),
)
