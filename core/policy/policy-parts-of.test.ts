import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { policyPartsOf } from './policy-parts-of.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'ringside-parts-'))))
afterEach(() => rmSync(folder, { recursive: true }))

// Windows has no policy file.
describe.skipIf(process.platform === 'win32')('policyPartsOf', () => {
  const parts = policyPartsOf({ env: {}, platform: process.platform, isPackaged: true })

  it('reads text and rights of one and the same file', () => {
    const path = join(folder, 'policy.json')
    writeFileSync(path, '{}')
    chmodSync(path, 0o646)
    const { text, rights } = parts.readOwned(path)
    expect([text, rights.mode & 0o777, rights.uid]).toEqual(['{}', 0o646, process.getuid?.()])
    linkSync(path, join(folder, 'second-name'))
    expect(parts.readOwned(join(folder, 'second-name')).rights).toEqual(rights)
  })

  it('follows no link and reads nothing but plain files', () => {
    writeFileSync(join(folder, 'theirs'), '{}')
    symlinkSync(join(folder, 'theirs'), join(folder, 'link'))
    mkdirSync(join(folder, 'inner'))
    execFileSync('mkfifo', [join(folder, 'pipe')])
    for (const name of ['link', 'inner', 'pipe']) expect(() => parts.readOwned(join(folder, name))).toThrow()
    expect(() => parts.readOwned(join(folder, 'gone'))).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  })

  it('reads a named file through links, but no device or pipe: it would wait forever', () => {
    const path = join(folder, 'policy.json')
    writeFileSync(path, '{"extension":"S"}')
    symlinkSync(path, join(folder, 'link'))
    expect(parts.readFile(join(folder, 'link'))).toBe('{"extension":"S"}')
    expect(() => parts.readFile('/dev/null')).toThrow()
    truncateSync(path, 2 ** 30)
    expect(() => parts.readFile(path)).toThrow()
    execFileSync('mkfifo', [join(folder, 'pipe')])
    expect(() => parts.readFile(join(folder, 'pipe'))).toThrow()
    expect(() => parts.readFile(join(folder, 'gone'))).toThrow(expect.objectContaining({ code: 'ENOENT' }))
  })

  it('doesn’t report an owner for a folder that is a link, a file or missing', () => {
    mkdirSync(join(folder, 'inner'))
    symlinkSync(join(folder, 'inner'), join(folder, 'link'))
    writeFileSync(join(folder, 'file'), '')
    expect(parts.folderRights(join(folder, 'inner'))).toMatchObject({ uid: process.getuid?.() })
    for (const name of ['link', 'file', 'gone']) expect(parts.folderRights(join(folder, name))).toBeNull()
  })
})
