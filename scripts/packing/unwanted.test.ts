import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createPackage } from '@electron/asar'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { archiveFiles } from './archive-files.ts'
import { unwanted } from './unwanted.ts'

const ROOT = '/home/builder/ringside'
const GOOD = {
  'package.json': '{"name":"ringside","main":"./out/main/index.js"}',
  'out/main/index.js': 'run()',
  'out/preload/index.cjs': 'expose()',
  'out/renderer/index.html': '<!doctype html>',
  'out/renderer/assets/index-Ab_1-x.js': 'draw()',
}

describe('the packed files', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-asar-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
    for (const [path, text] of Object.entries(files)) {
      const at = join(folder, 'app', path)
      mkdirSync(dirname(at), { recursive: true })
      writeFileSync(at, text)
    }
    const asar = join(folder, 'app.asar')
    await createPackage(join(folder, 'app'), asar)
    return unwanted(archiveFiles(asar), ROOT)
  }

  it('are accepted if they are exactly the build', async () => {
    expect(await problemsOf(GOOD)).toEqual([])
  })

  it.each([
    'out/main/index.js.map',
    'out/parts/main.json',
    'core/domain.ts',
    'tests/e2e/main-job.test.ts',
    'node_modules/vue/index.js',
    '.env',
    'out/renderer/assets/notes.txt',
  ])('are reported if they contain %s', async (path) => {
    expect(await problemsOf({ ...GOOD, [path]: '' })).toEqual([`${path} should not be packed.`])
  })

  it.each([
    ['out/main/index.js', 'run()\n//# sourceMappingURL=index.js.map', 'a reference to a source map'],
    ['out/main/index.js', `load("${ROOT}/secret")`, 'a path of the computer it was built on'],
    ['package.json', '{"scripts":{"test":"vitest"}}', 'the field scripts'],
    ['package.json', '{"devDependencies":{}}', 'the field devDependencies'],
  ])('are reported if %s contains something for developers', async (path, text, what) => {
    expect(await problemsOf({ ...GOOD, [path]: text })).toEqual([`${path} contains ${what}.`])
  })
})
