import { describe, expect, it } from 'vitest'
import type { Phone, SeenCall } from '../domain.ts'
import { readPhone } from '../phone.ts'
import { seenCall } from '../testing/seen.ts'
import { useZone } from '../testing/use-zone.ts'
import { openJournal } from './open-journal.ts'
import { createWatcher } from './testing/watcher.ts'

const NOW = new Date(2026, 10, 22, 10, 14).getTime()
const MINUTE = 60_000
const phone = (text: string): Phone => readPhone(text, 'IL')

/** A journal in memory, and calls to fill it with, each a minute after the one before unless told otherwise. */
function filled() {
  const { journal } = openJournal({ path: ':memory:', now: () => NOW, log: (line) => expect.fail(line) })
  const watcher = createWatcher()
  let count = 0
  const show = (calls: readonly SeenCall[], at: number) => journal.record(watcher.see(calls, at), at)
  return {
    journal,
    call(change: Partial<SeenCall>, { talked = 0, at = NOW + count * MINUTE, muted = false } = {}) {
      const call = seenCall({ ivrid: `c${count++}`, ...change })
      const recording = { state: muted ? ('muted' as const) : ('recorded' as const), fileName: '' }
      show([call], at)
      if (talked > 0) show([{ ...call, phase: 'talking', answered: true, recording }], at + 5_000)
      show([], at + 5_000 + talked * 1_000)
    },
    find: (text: string, filter: 'all' | 'missed' = 'all') =>
      journal.history({ filter, text, limit: 50 }).calls.map(({ ivrid }) => ivrid),
  }
}

describe('history', () => {
  it('comes newest first, a page at a time, each call once', () => {
    const { journal, call } = filled()
    for (let count = 0; count < 25; count++) call({})
    const seen: string[] = []
    let before: number | null = Number.MAX_SAFE_INTEGER
    const sizes: number[] = []
    while (before !== null) {
      const page = journal.history({ filter: 'all', before, limit: 10 })
      seen.push(...page.calls.map(({ ivrid }) => ivrid))
      sizes.push(page.calls.length)
      before = page.next
    }
    expect(sizes).toEqual([10, 10, 5])
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `c${24 - index}`))
  })

  it('keeps every call that began in the same millisecond', () => {
    const { journal, call } = filled()
    for (let count = 0; count < 12; count++) call({}, { at: NOW })
    expect(journal.history({ filter: 'all', limit: 50 }).calls).toHaveLength(12)
  })

  it('filters missed, incoming, outgoing and muted, with a search and without', () => {
    const { journal, call } = filled()
    call({ ivrid: 'missed' })
    call({ ivrid: 'talked' }, { talked: 60 })
    call({ ivrid: 'muted' }, { talked: 60, muted: true })
    call({ ivrid: 'out', phase: 'dialing', direction: 'outgoing' })
    call({ ivrid: 'clicked', phase: 'dialing', direction: 'click-to-call' }, { talked: 60 })
    const ids = (filter: 'missed' | 'incoming' | 'outgoing' | 'muted', text = '') =>
      journal.history({ filter, text, limit: 9 }).calls.map(({ ivrid }) => ivrid)
    for (const text of ['', 'sales', '0722']) {
      expect(ids('missed', text)).toEqual(['missed'])
      expect(ids('incoming', text)).toEqual(['muted', 'talked', 'missed'])
      expect(ids('outgoing', text)).toEqual(['clicked', 'out'])
      expect(ids('muted', text)).toEqual(['muted'])
    }
    expect(ids('muted', 'nobody')).toEqual([])
  })
})

describe('search', () => {
  it.each([
    '0722776772',
    '072-277-6772',
    '072 277 6772',
    '(072) 277.6772',
    '+972 72 277 6772',
    '+972-72-277-6772',
    '+972 (0)72 277 6772',
    '00972722776772',
    '972722776772',
    '97272',
    '277',
    '6772',
    '  277-6772 ',
  ])('finds a number that was typed as %s, however the API wrote it', (typed) => {
    const { call, find } = filled()
    call({ phone: phone('0722776772') })
    call({ phone: phone('972722776772') })
    call({ phone: phone('0541112223') })
    expect(find(typed)).toEqual(['c1', 'c0'])
  })

  it('never finds digits across two forms of a number', () => {
    const { call, find } = filled()
    call({ phone: phone('0722776772') })
    expect(find('6772972')).toEqual([])
    expect(find('67720')).toEqual([])
  })

  it('finds short codes and colleagues', () => {
    const { call, find } = filled()
    call({ phone: phone('4455'), name: '' })
    call({ phone: phone('Yael Levi'), name: '' })
    expect(find('4455')).toEqual(['c0'])
    expect(find('yael')).toEqual(['c1'])
  })

  it('finds names and notes by any part of them, whatever the case, in Hebrew too', () => {
    const { journal, call, find } = filled()
    call({ name: 'Dana Cohen' })
    call({ name: 'מוקד תמיכה' })
    call({ name: 'ÉCOLE Zoë' })
    expect(find('dANA c')).toEqual(['c0'])
    expect(find('תמיכה')).toEqual(['c1'])
    expect(find('מו')).toEqual(['c1'])
    expect(find('école')).toEqual(['c2'])
    expect(find('zo')).toEqual(['c2'])
    expect(journal.setNote('SIPSIP2/c0', 'wants a REFUND for 12')).toBe(true)
    expect(find('refund')).toEqual(['c0'])
    expect(journal.setNote('SIPSIP2/c0', 'settled')).toBe(true)
    expect(find('refund')).toEqual([])
    expect(find('dana')).toEqual(['c0'])
    expect(journal.setNote('SIPSIP2/none', 'x')).toBe(false)
  })

  it('takes what was typed for itself, never for a pattern', () => {
    const { call, find } = filled()
    call({ name: 'a%b "quoted" 100% c_d' })
    call({ name: 'plain axb' })
    expect(find('%')).toEqual(['c0'])
    expect(find('_d')).toEqual(['c0'])
    expect(find('a%b')).toEqual(['c0'])
    expect(find('"quoted"')).toEqual(['c0'])
    for (const hostile of [
      '"',
      '* OR *',
      'NEAR(',
      "'; DROP TABLE calls",
      '\\',
      '-',
      '(((',
      'words:x',
      '\0x\0y',
    ])
      expect(find(hostile)).toEqual(hostile === '"' ? ['c0'] : [])
    expect(find('\0 \0')).toEqual(['c1', 'c0'])
  })

  it('keeps finding a call whose beginning was corrected', () => {
    const { journal } = filled()
    const watcher = createWatcher()
    const talking = (hours: number) =>
      seenCall({
        ivrid: 'moved',
        phase: 'talking',
        answered: true,
        startedApiSeconds: NOW / 1000 - hours * 3_600,
        answeredApiSeconds: NOW / 1000 - hours * 3_600,
      })
    journal.record(watcher.see([talking(2)], NOW), NOW)
    journal.record(watcher.see([talking(0)], NOW + 5_000), NOW + 5_000)
    const { calls } = journal.history({ filter: 'all', text: '072-277', limit: 9 })
    expect(calls).toMatchObject([{ ivrid: 'moved', startedAt: NOW }])
  })
})

describe('callerStory', () => {
  it('tells how often a caller called today, and how the last call went', () => {
    const { journal, call } = filled()
    call({ phone: phone('0722776772') }, { at: NOW - 30 * 3_600_000 })
    call({ phone: phone('0722776772') }, { at: NOW, talked: 180 })
    journal.setNote('SIPSIP2/c1', 'asked for a quote')
    const later = NOW + 30 * MINUTE
    journal.record(
      createWatcher().see([seenCall({ ivrid: 'now', phone: phone('972722776772') })], later),
      later,
    )
    expect(journal.callerStory(phone('072-277-6772'), later)).toEqual({
      callsToday: 2,
      missedToday: 0,
      callsEver: 3,
      last: {
        at: NOW,
        agent: 'User 2',
        outcome: 'completed',
        talkSeconds: 180,
        note: 'asked for a quote',
        label: '',
      },
      lastNote: { text: 'asked for a quote', at: NOW },
    })
  })

  describe.each([
    ['Asia/Jerusalem', '2026-03-27T23:50+03:00', '2026-03-27T00:10+02:00', '2026-03-26T23:50+02:00'],
    ['America/New_York', '2026-11-01T23:50-05:00', '2026-11-01T00:10-04:00', '2026-10-31T23:50-04:00'],
    ['America/St_Johns', '2028-02-29T00:20-03:30', '2028-02-29T00:10-03:30', '2028-02-28T23:50-03:30'],
  ])('in %s', (zone, now, today, yesterday) => {
    useZone(zone)
    it('counts from midnight by this computer’s clock', () => {
      const { journal, call } = filled()
      for (const at of [yesterday, today]) call({ phone: phone('0722776772') }, { at: Date.parse(at) })
      expect(journal.callerStory(phone('0722776772'), Date.parse(now))).toMatchObject({
        callsToday: 1,
        callsEver: 2,
      })
    })
  })

  it('knows nothing of a stranger, and nothing of who withholds the number', () => {
    const { journal, call } = filled()
    call({ phone: phone('') })
    expect(journal.callerStory(phone(''), NOW)).toBeNull()
    expect(journal.callerStory(phone('0541112223'), NOW)).toMatchObject({ callsEver: 0, last: null })
  })
})

describe('missed calls', () => {
  const unseen = (journal: ReturnType<typeof filled>['journal']) =>
    journal.unseenMissed().map(({ ivrid }) => ivrid)

  it('wait until they were looked at', () => {
    const { journal, call } = filled()
    call({})
    call({})
    expect(unseen(journal)).toEqual(['c1', 'c0'])
    journal.markSeen(['SIPSIP2/c0'])
    expect(unseen(journal)).toEqual(['c1'])
    journal.markSeen()
    expect(unseen(journal)).toEqual([])
  })

  it('leave the count once their caller was spoken to, whoever called whom', () => {
    const { journal, call } = filled()
    call({ phone: phone('0722776772') })
    call({ phone: phone('0541112223') })
    call({ phone: phone('972722776772'), phase: 'dialing', direction: 'outgoing' })
    expect(unseen(journal)).toEqual(['c1', 'c0'])
    call({ phone: phone('972722776772'), phase: 'dialing', direction: 'outgoing' }, { talked: 30 })
    expect(unseen(journal)).toEqual(['c1'])
  })

  it('stay when the caller was spoken to before, or is anyone at all', () => {
    const { journal, call } = filled()
    call({ phone: phone('0722776772') }, { talked: 20 })
    call({ phone: phone('0722776772') })
    call({ phone: phone('Anonymous') })
    call({ phone: phone('Anonymous') }, { talked: 20 })
    expect(unseen(journal)).toEqual(['c2', 'c1'])
  })
})

describe('transferChain', () => {
  it('is found from either end, and survives a circle', () => {
    const { journal, call } = filled()
    call({ ivrid: 'first' })
    call({ ivrid: 'second', transferredFrom: 'first' })
    call({ ivrid: 'third', transferredFrom: 'second' })
    call({ ivrid: 'stranger' })
    call({ ivrid: 'egg', transferredFrom: 'hen' })
    call({ ivrid: 'hen', transferredFrom: 'egg' })
    const chain = (ivrid: string) => journal.transferChain(`SIPSIP2/${ivrid}`).map((one) => one.ivrid)
    for (const ivrid of ['first', 'second', 'third'])
      expect(chain(ivrid)).toEqual(['first', 'second', 'third'])
    expect(chain('stranger')).toEqual(['stranger'])
    expect(chain('egg')).toEqual(['egg', 'hen'])
  })
})
