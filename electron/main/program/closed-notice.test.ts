import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClosedNotice } from './closed-notice.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-closed-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** One start of the program; returns how often the notice was shown. */
function closeTwice(mark: string): number {
  let shown = 0
  const closed = createClosedNotice(mark, () => (shown += 1))
  closed()
  closed()
  return shown
}

describe('a closed window', () => {
  it('is announced once, also across restarts', () => {
    const mark = join(folder, 'closed-once')
    expect([closeTwice(mark), closeTwice(mark)]).toEqual([1, 0])
  })

  it('is announced once per run when nothing can be stored', () => {
    writeFileSync(join(folder, 'file'), '')
    const mark = join(folder, 'file', 'closed-once')
    expect([closeTwice(mark), closeTwice(mark)]).toEqual([1, 1])
  })
})
