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

  it('are private to the user, including those of child processes; programs started outside have the usual umask', () => {
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

  it('are private again if the other program can’t be started', () => {
    const files = keepFilesPrivate()
    const fail = (): never => {
      throw new Error('not there')
    }
    expect(() => files.outside(fail)).toThrow('not there')
    expect(process.umask(0o022)).toBe(0o077)
  })

  it.each([0o777, 0o755, 0o750, 0o700])('are in a closed folder: %o', (mode) => {
    const profile = join(folder, 'profile')
    mkdirSync(profile)
    chmodSync(profile, mode)
    expect(closeFolder(profile)).toBe(true)
    expect(rights(profile)).toBe('700')
  })

  it('get a closed folder if there is none', () => {
    expect(closeFolder(join(folder, 'a/b'))).toBe(true)
    expect(rights(join(folder, 'a/b'))).toBe('700')
  })

  it('leave a shared folder unchanged', () => {
    chmodSync(folder, 0o1777)
    expect(closeFolder(folder)).toBe(false)
    expect(rights(folder)).toBe('777')
  })

  it('ignore what can’t be created', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(closeFolder(join(folder, 'file', 'profile'))).toBe(false)
  })
})
