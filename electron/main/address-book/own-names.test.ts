import { describe, expect, it, onTestFinished } from 'vitest'
import { openAddressBook } from '../../../core/address-book/open-address-book.ts'
import type { HistoryQuery } from '../../../core/history/history-query.ts'
import type { HistoryPage } from '../../../core/history/history-request.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import { readPhone } from '../../../core/phone.ts'
import { missed, ringing, sampleCall } from '../testing/sample-call.ts'
import { createOwnNames } from './own-names.ts'

const NOW = Date.UTC(2026, 0, 15, 10, 0, 0)
const phone = (received: string) => readPhone(received, 'IL')

function setUp() {
  const is = { privacy: false }
  const common = { path: ':memory:', now: () => NOW, log: () => undefined }
  const book = openAddressBook({ ...common, region: () => 'IL' })
  const { journal } = openJournal(common)
  onTestFinished(() => {
    book.close()
    journal.close()
  })
  const names = createOwnNames({
    book: () => book,
    configuration: { settings: () => is },
    callOf: (key) => journal.call(key),
  })
  let count = 0
  /** A missed call of this number, later than those before. */
  function call(number: string, name = '') {
    count += 1
    const at = NOW + count * 60_000
    const one = sampleCall({
      ...{ key: `S/${count}`, ivrid: String(count), extension: 'S', phone: phone(number), name },
      ...{ startedAt: at, phaseSince: at },
    })
    const state = { agent: null, connection: { kind: 'live' }, lastGoodAt: at, clock: null } as const
    journal.record({ state: { ...state, calls: [one] }, events: [ringing(one, at)] }, at)
    journal.record({ state: { ...state, calls: [] }, events: [missed(one, at + 9_000)] }, at + 9_000)
    return one
  }
  const read = (query: HistoryQuery): HistoryPage => journal.history(query)
  const found = (text: string, more: Partial<HistoryQuery> = {}) =>
    names.history({ filter: 'all', limit: 9, text, ...more }, read)
  return { is, book, names, journal, call, found }
}

const entry = (name: string, numbers: string) => ({ name, company: '', note: '', numbers })

describe('own names', () => {
  it('are on the history’s rows, and found by its search, in pages without repeats', () => {
    const { names, call, found } = setUp()
    for (const number of ['0521234567', '100', '052-1234567', '03-9001234', '+972521234567']) call(number)
    names.save(entry('Dana Levi', '052 123 4567'), null)
    expect(found('').calls.map(({ ivrid, ownName }) => [ivrid, ownName])).toEqual([
      ['5', 'Dana Levi'],
      ['4', undefined],
      ['3', 'Dana Levi'],
      ['2', undefined],
      ['1', 'Dana Levi'],
    ])
    const first = found('levi', { limit: 2 })
    expect(first.calls.map(({ ivrid }) => ivrid)).toEqual(['5', '3'])
    expect(found('levi', { limit: 2, before: first.next ?? 0 }).calls.map(({ ivrid }) => ivrid)).toEqual([
      '1',
    ])
    expect(found('levi', { filter: 'outgoing' }).calls).toEqual([])
  })

  it('are found together with what the calls themselves say, each call once', () => {
    const { names, call, found } = setUp()
    call('0521234567', 'Dana from the API')
    call('100')
    names.save(entry('Dana', '0521234567'), null)
    names.save(entry('Danahe', '100'), null)
    expect(found('dana').calls.map(({ ivrid }) => ivrid)).toEqual(['2', '1'])
  })

  it('start from the call’s number and name, or from the entry that is there', () => {
    const { names, call } = setUp()
    const one = call('0521234567', 'DANA L')
    expect(names.ofCall(one.key)).toEqual({
      id: null,
      entry: { name: 'DANA L', company: '', note: '', numbers: '+972 52 123 4567' },
    })
    names.save(entry('Dana', '052-1234567\n100'), null)
    expect(names.ofCall(one.key)).toEqual({ id: 1, entry: entry('Dana', '052-1234567\n100') })
    expect(names.ofCall('S/none')).toBeNull()
    expect(names.ofCall(call('Anonymous').key)).toBeNull()
  })

  it('are told to subscribers when one is saved, removed or restored, and not when nothing changed', () => {
    const { names } = setUp()
    let changes = 0
    const stop = names.onChange(() => (changes += 1))
    names.save(entry('Dana', '100'), null)
    names.save(entry('', '100'), null)
    names.remove(7)
    names.remove(1)
    names.restore(1)
    expect(changes).toBe(3)
    stop()
    names.remove(1)
    expect(changes).toBe(3)
  })

  it('never reach the window in privacy mode', () => {
    const { is, names, call, found } = setUp()
    const one = call('0521234567')
    names.save(entry('Dana', '0521234567'), null)
    is.privacy = true
    expect(found('').calls[0]?.ownName).toBeUndefined()
    expect(names.page({ text: '', from: 0, limit: 9 })).toMatchObject({ entries: [], total: 0 })
    expect(names.ofCall(one.key)).toBeNull()
  })
})
