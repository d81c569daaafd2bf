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

/** One start of the program; gives how often it told. */
function closeTwice(mark: string): number {
  let told = 0
  const closed = createClosedNotice({ mark, tell: () => (told += 1) })
  closed()
  closed()
  return told
}

describe('a closed window', () => {
  it('is told of once, also over restarts', () => {
    const mark = join(folder, 'closed-once')
    expect([closeTwice(mark), closeTwice(mark)]).toEqual([1, 0])
  })

  it('is told of once in each run where nothing can be kept', () => {
    writeFileSync(join(folder, 'file'), '')
    const mark = join(folder, 'file', 'closed-once')
    expect([closeTwice(mark), closeTwice(mark)]).toEqual([1, 1])
  })
})
