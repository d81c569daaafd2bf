import { afterEach, describe, expect, it } from 'vitest'
import { readPhone } from '../phone.ts'
import { openJournal } from './open-journal.ts'
import { temporaryFile } from './testing/temporary-file.ts'

const NOW = 1_790_000_000_000
const files: (() => void)[] = []
afterEach(() => files.splice(0).forEach((remove) => remove()))

function file(): string {
  const made = temporaryFile()
  files.push(made.remove)
  return made.path
}

const open = (path: string) => openJournal({ path, now: () => NOW, log: () => undefined }).journal
const DIAL = { id: 'd1', extension: 'SIPSIP2', target: '972501234567', sentAt: NOW }

describe('placed calls', () => {
  it('are stored once per click, across restarts, with their outcome', () => {
    const path = file()
    const first = open(path)
    expect(first.wasDialled('d1')).toBe(false)
    first.noteDial(DIAL)
    expect(() => first.noteDial(DIAL)).toThrow()
    first.noteDialledCall('d1', 'a1')
    first.close()
    const second = open(path)
    expect(second.wasDialled('d1')).toBe(true)
    expect(second.dialsSince(NOW - 1)).toEqual([{ ...DIAL, callId: 'a1', concluded: false }])
    second.concludeDial('d1')
    expect(second.dialsSince(NOW)).toMatchObject([{ concluded: true }])
    expect(second.dialsSince(NOW + 1)).toEqual([])
    second.close()
  })

  it('can’t be placed while the journal is only in memory', () => {
    const journal = open('/nowhere/at/all/history.db')
    expect(() => journal.noteDial(DIAL)).toThrow()
    expect(() => journal.wasDialled('d1')).toThrow()
    journal.close()
  })

  it('lose their number when the caller is deleted, still count for the limits, and are deleted with old calls', () => {
    const journal = open(file())
    journal.noteDial(DIAL)
    journal.forgetCaller(readPhone('0501234567', 'IL'))
    expect(journal.dialsSince(0)).toMatchObject([{ target: '', sentAt: NOW }])
    journal.prune(NOW + 1)
    expect(journal.dialsSince(0)).toEqual([])
    journal.close()
  })
})
