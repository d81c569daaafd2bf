/** `node scripts/ladder-page.ts`: writes docs/ladder.md. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ladderPage } from './ladder/ladder-page.ts'

writeFileSync(fileURLToPath(new URL('../docs/ladder.md', import.meta.url)), ladderPage())
