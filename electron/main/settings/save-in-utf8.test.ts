import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { saveInUtf8 } from './save-in-utf8.ts'

const folder = mkdtempSync(join(tmpdir(), 'ringside-utf8-'))
const path = join(folder, 'settings.json')
const TEXT = '{"region":"IL","name":"דנה"}'
afterAll(() => rmSync(folder, { recursive: true }))

function saved(bytes: Buffer): Buffer {
  writeFileSync(path, bytes)
  saveInUtf8(path)
  return readFileSync(path)
}

describe('saveInUtf8', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16', Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16, high bytes first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
  ])('converts a file in %s to plain UTF-8', (_, bytes) => {
    expect(saved(bytes).toString('utf8')).toBe(TEXT)
  })

  it('leaves a file unchanged that isn’t text', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0x80, 0x7d])
    expect(saved(bytes)).toEqual(bytes)
  })

  it('ignores a missing file', () => {
    expect(() => saveInUtf8(join(folder, 'none.json'))).not.toThrow()
  })
})
