import type { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import type { FiredStore } from '../crm/fired-store.ts'
import { seenCall, somePhone } from '../testing/seen.ts'
import { connect } from '../database/connect.ts'
import { openJournal } from './open-journal.ts'
import { temporaryFile } from './testing/temporary-file.ts'
import { createWatcher } from './testing/watcher.ts'

const NOW = 1_790_000_000_000
const files: (() => void)[] = []
afterEach(() => files.splice(0).forEach((remove) => remove()))

function file() {
  const made = temporaryFile()
  files.push(made.remove)
  return made.path
}

const open = (path: string) => openJournal({ path, now: () => NOW, log: () => undefined }).journal

function withCalls(path: string) {
  const journal = open(path)
  const watcher = createWatcher()
  journal.record(watcher.see([seenCall({ ivrid: 'a' }), seenCall({ ivrid: 'b' })], NOW), NOW)
  journal.record(watcher.see([], NOW + 5_000), NOW + 5_000)
  return journal
}

describe('fired marks', () => {
  it('apply only to their rule and call, and survive a restart', () => {
    const path = file()
    const first = withCalls(path)
    const store: FiredStore = first
    expect(store.wasFired('Sales CRM', 'SIPSIP2/a')).toBe(false)
    store.noteFired('Sales CRM', 'SIPSIP2/a')
    store.noteFired('Sales CRM', 'SIPSIP2/a')
    first.close()
    const second = open(path)
    expect(second.wasFired('Sales CRM', 'SIPSIP2/a')).toBe(true)
    expect(second.wasFired('Sales CRM', 'SIPSIP2/b')).toBe(false)
    expect(second.wasFired('webhook ringing', 'SIPSIP2/a')).toBe(false)
    second.close()
  })

  it('are deleted with their call, by retention and when the caller is forgotten', () => {
    const path = file()
    const journal = withCalls(path)
    journal.noteFired('r', 'SIPSIP2/a')
    journal.noteFired('r', 'SIPSIP2/of a call that was forgotten')
    journal.prune(NOW - 1)
    expect(journal.wasFired('r', 'SIPSIP2/a')).toBe(true)
    expect(journal.wasFired('r', 'SIPSIP2/of a call that was forgotten')).toBe(false)
    journal.forgetCaller(somePhone)
    expect(journal.wasFired('r', 'SIPSIP2/a')).toBe(false)
    const again = createWatcher()
    journal.record(again.see([seenCall({ ivrid: 'c' })], NOW), NOW)
    journal.record(again.see([], NOW + 5_000), NOW + 5_000)
    journal.noteFired('r', 'SIPSIP2/c')
    expect(journal.prune(NOW + 86_400_000)).toBe(1)
    expect(journal.wasFired('r', 'SIPSIP2/c')).toBe(false)
    journal.close()
  })

  it('throw while nothing can be stored permanently', () => {
    const path = file()
    const [first, second] = [withCalls(path), open(path)]
    expect(second.trouble()?.kind).toBe('memory')
    expect(() => second.noteFired('r', 'SIPSIP2/a')).toThrow('memory')
    expect(() => second.wasFired('r', 'SIPSIP2/a')).toThrow('memory')
    first.close()
  })

  it('throw when the disk becomes full, and never confirm what couldn’t be stored', () => {
    const path = file()
    let db: DatabaseSync | null = null
    const { journal } = openJournal({
      ...{ path, now: () => NOW, log: () => undefined },
      connect: (at) => (db = connect(at)),
    })
    journal.noteFired('r', 'SIPSIP2/a')
    db!.exec('PRAGMA query_only = ON')
    expect(() => journal.noteFired('r', 'SIPSIP2/b')).toThrow()
    expect(() => journal.noteFired('r', 'SIPSIP2/b')).toThrow('memory')
    expect(journal.trouble()).toEqual({ kind: 'memory', why: 'read-only' })
    journal.close()
  })
})
