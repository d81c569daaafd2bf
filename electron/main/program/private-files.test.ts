import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeFolder, keepFilesPrivate } from './private-files.ts'

const rights = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe.skipIf(process.platform === 'win32')('files', () => {
  let folder = ''
  let before = 0
  beforeEach(() => {
    before = process.umask(0o022)
    folder = mkdtempSync(join(tmpdir(), 'ringside-files-'))
  })
  afterEach(() => {
    process.umask(before)
    rmSync(folder, { recursive: true })
  })

  it('are the person’s alone, those of children too; what is started outside has the usual umask', () => {
    const files = keepFilesPrivate()
    expect(files.usualUmask).toBe(0o022)
    const [own, child, outside, after] = ['own', 'child', 'outside', 'after'].map((name) =>
      join(folder, name),
    )
    writeFileSync(own!, '')
    execFileSync('touch', [child!])
    files.outside(() => execFileSync('touch', [outside!]))
    writeFileSync(after!, '')
    expect([own!, child!, outside!, after!].map(rights)).toEqual(['600', '600', '644', '600'])
  })

  it('are private again where the other program can’t be started', () => {
    const files = keepFilesPrivate()
    const fail = (): never => {
      throw new Error('not there')
    }
    expect(() => files.outside(fail)).toThrow('not there')
    expect(process.umask(0o022)).toBe(0o077)
  })

  it.each([0o777, 0o755, 0o750, 0o700])('lie in a folder that is closed: %o', (mode) => {
    const profile = join(folder, 'profile')
    mkdirSync(profile)
    chmodSync(profile, mode)
    expect(closeFolder(profile)).toBe(true)
    expect(rights(profile)).toBe('700')
  })

  it('get a closed folder where there is none', () => {
    expect(closeFolder(join(folder, 'a/b'))).toBe(true)
    expect(rights(join(folder, 'a/b'))).toBe('700')
  })

  it('leave a folder of everybody’s as it is', () => {
    chmodSync(folder, 0o1777)
    expect(closeFolder(folder)).toBe(false)
    expect(rights(folder)).toBe('777')
  })

  it('leave what can’t be made', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(closeFolder(join(folder, 'file', 'profile'))).toBe(false)
  })
})
