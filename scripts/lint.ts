/** `npm run lint`: every linter, one after the other. Fails if one finds anything. */
import { given } from './command/given.ts'
import { endWith } from './parts/end-with.ts'
import { runParts } from './parts/run-parts.ts'
import { runScript } from './parts/run-script.ts'

const PARTS = ['lint:code', 'lint:components', 'lint:format', 'lint:unused']

given({ name: 'lint', does: `Runs every linter in turn: ${PARTS.join(', ')}.`, flags: {} })
endWith(
  await runParts(
    PARTS.map((script) => ({ scripts: [script] })),
    1,
    runScript,
  ),
)
