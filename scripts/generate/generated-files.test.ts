import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generatedFiles } from './generated-files.ts'

it('are up to date with the source', async () => {
  for (const [path, text] of await generatedFiles()) {
    const stored = await readFile(join(import.meta.dirname, '../..', path), 'utf8').catch(() => '')
    expect(stored, `${path} is out of date: run npm run generate`).toBe(text)
  }
})
