import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findElectron } from './find-electron.ts'

it('finds Electron’s runtime if it is completely installed', () => {
  const modules = mkdtempSync(join(tmpdir(), 'ringside-modules-'))
  const runtime = join(modules, 'electron', 'dist', 'electron')
  mkdirSync(join(modules, 'electron', 'dist'), { recursive: true })
  expect(findElectron(modules)).toBeNull()
  writeFileSync(join(modules, 'electron', 'path.txt'), 'electron')
  expect(findElectron(modules)).toBeNull()
  writeFileSync(runtime, '')
  expect(findElectron(modules)).toBe(runtime)
  rmSync(modules, { recursive: true })
})
