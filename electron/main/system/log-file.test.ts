import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openLogFile } from './log-file.ts'

describe('the log file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-log-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('rotates three files of its size, the newest lines in the first', () => {
    const write = openLogFile(join(folder, 'main.log'), 2_000)
    for (let line = 0; line < 300; line += 1) write('info', `line ${line}`)
    expect(readdirSync(folder).toSorted()).toEqual(['main.1.log', 'main.2.log', 'main.log'])
    expect(readFileSync(join(folder, 'main.log'), 'utf8')).toContain('line 299')
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(2_200)
  })

  it.skipIf(process.platform === 'win32')('is readable only by its owner', () => {
    expect(statSync(join(folder, 'main.log')).mode & 0o077).toBe(0)
  })
})
