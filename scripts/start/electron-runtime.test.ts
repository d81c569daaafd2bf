import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findElectron, installElectron } from './electron-runtime.ts'

const DAY_MS = 24 * 60 * 60 * 1000

describe('Electron’s runtime', () => {
  let modules: string
  const tried = (): boolean => existsSync(join(modules, 'electron', 'tried'))
  const installer = (text: string): void => writeFileSync(join(modules, 'electron', 'install.js'), text)

  beforeEach(() => {
    modules = mkdtempSync(join(tmpdir(), 'ringside-modules-'))
    mkdirSync(join(modules, 'electron', 'dist'), { recursive: true })
  })
  afterEach(() => rmSync(modules, { recursive: true }))

  it('is found where it is installed', () => {
    expect(findElectron(modules)).toBeNull()
    writeFileSync(join(modules, 'electron', 'path.txt'), 'electron')
    expect(findElectron(modules)).toBeNull()
    writeFileSync(join(modules, 'electron', 'dist', 'electron'), '')
    expect(findElectron(modules)).toBe(join(modules, 'electron', 'dist', 'electron'))
  })

  it('is installed when it can be', async () => {
    installer(`const fs = require('node:fs'), d = __dirname
      fs.writeFileSync(d + '/path.txt', 'electron'); fs.writeFileSync(d + '/dist/electron', '')`)
    expect(await installElectron(modules, Date.now())).toBe(join(modules, 'electron', 'dist', 'electron'))
  })

  it('is tried once a day when it can’t be, without a word', async () => {
    installer(`require('node:fs').writeFileSync(__dirname + '/tried', ''); process.exit(1)`)
    expect(await installElectron(modules, Date.now())).toBeNull()
    expect(tried()).toBe(true)
    rmSync(join(modules, 'electron', 'tried'))
    expect(await installElectron(modules, Date.now())).toBeNull()
    expect(tried()).toBe(false)
    expect(await installElectron(modules, Date.now() + DAY_MS + 60_000)).toBeNull()
    expect(tried()).toBe(true)
  })
})
