import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ladderPage } from './ladder-page.ts'

it('docs/ladder.md shows what the ladder does', () => {
  const kept = readFileSync(join(import.meta.dirname, '../../docs/ladder.md'), 'utf8')
  expect(kept, 'Written anew by `node scripts/ladder-page.ts`').toBe(ladderPage())
})
