import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generatedFiles } from './generated-files.ts'

it('are as the source gives them now', async () => {
  for (const [path, text] of await generatedFiles()) {
    const stored = await readFile(join(import.meta.dirname, '../..', path), 'utf8').catch(() => '')
    expect(stored, `${path} is out of date: run npm run generate`).toBe(text)
  }
})
