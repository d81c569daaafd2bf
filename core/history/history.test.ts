import { describe, expect, it } from 'vitest'
import type { Phone } from '../domain.ts'
import { readPhone } from '../phone.ts'
import { seenCall } from '../testing/seen.ts'
import { useZone } from '../testing/use-zone.ts'
import type { Journal } from './journal.ts'
import { filledJournal, MINUTE, NOW } from './testing/filled-journal.ts'
import { createWatcher } from './testing/watcher.ts'

const phone = (text: string): Phone => readPhone(text, 'IL')

describe('history', () => {
  it('is listed newest first, a page at a time, each call once', () => {
    const { journal, call } = filledJournal()
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

  it('stores every call that started in the same millisecond', () => {
    const { journal, call } = filledJournal()
    for (let count = 0; count < 12; count++) call({}, { at: NOW })
    expect(journal.history({ filter: 'all', limit: 50 }).calls).toHaveLength(12)
  })

  it('filters missed, incoming, outgoing and muted, with a search and without', () => {
    const { journal, call } = filledJournal()
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

describe('callerStory', () => {
  it('shows how often a caller called today, and how the last call went', () => {
    const { journal, call } = filledJournal()
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
      callsInWeek: 3,
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

  const caller = phone('0722776772')

  it('belongs to the call it is shown for: a later call doesn’t make it the second today', () => {
    const { journal } = filledJournal()
    const watcher = createWatcher()
    const first = seenCall({ ivrid: 'first', phone: caller, startedApiSeconds: NOW / 1000 })
    const second = seenCall({ ivrid: 'second', phone: caller, startedApiSeconds: NOW / 1000 + 60 })
    journal.record(watcher.see([first], NOW), NOW)
    journal.record(watcher.see([first, second], NOW + MINUTE), NOW + MINUTE)
    const today = (key: string) => journal.callerStory(caller, NOW + MINUTE, key)?.callsToday
    expect([today(first.key), today(second.key)]).toEqual([1, 2])
    journal.record(watcher.see([first], NOW + 2 * MINUTE), NOW + 2 * MINUTE)
    expect(journal.callerStory(caller, NOW + 2 * MINUTE, first.key)).toMatchObject({
      callsEver: 1,
      last: null,
    })
  })

  it('counts a call once that was transferred back, or that rang at two extensions', () => {
    const { journal, call } = filledJournal()
    call({ phone: caller }, { talked: 30 })
    call({ phone: caller, transferredFrom: 'c0' }, { talked: 30 })
    call({ phone: caller, ivrid: 'c0', extension: 'SIPSIP3' })
    expect(journal.callerStory(caller, NOW + 5 * MINUTE)).toMatchObject({ callsToday: 1, callsEver: 1 })
  })

  it('doesn’t count a call that a supervisor listened to', () => {
    const { journal, call } = filledJournal()
    call({ phone: caller, direction: 'spy' }, { talked: 30 })
    call({ phone: caller })
    expect(journal.callerStory(caller, NOW + 5 * MINUTE)).toMatchObject({ callsToday: 1, callsEver: 1 })
  })

  it('doesn’t count a missed caller as spoken to because a supervisor listened in', () => {
    const { journal, call } = filledJournal()
    call({ phone: caller })
    call({ phone: caller, direction: 'spy' }, { talked: 30 })
    expect(journal.missedCalls()).toMatchObject([{ seen: false }])
  })

  describe.each([
    ['Asia/Jerusalem', '2026-03-27T23:50+03:00', '2026-03-27T00:10+02:00', '2026-03-26T23:50+02:00'],
    ['America/New_York', '2026-11-01T23:50-05:00', '2026-11-01T00:10-04:00', '2026-10-31T23:50-04:00'],
    ['America/St_Johns', '2028-02-29T00:20-03:30', '2028-02-29T00:10-03:30', '2028-02-28T23:50-03:30'],
  ])('in %s', (zone, now, today, yesterday) => {
    useZone(zone)
    it('counts from midnight by this computer’s clock', () => {
      const { journal, call } = filledJournal()
      for (const at of [yesterday, today]) call({ phone: phone('0722776772') }, { at: Date.parse(at) })
      expect(journal.callerStory(phone('0722776772'), Date.parse(now))).toMatchObject({
        callsToday: 1,
        callsEver: 2,
      })
    })
  })

  describe('across a change of the clock', () => {
    useZone('Asia/Jerusalem')
    it('counts the last seven days, today included', () => {
      const { journal, call } = filledJournal()
      const times = ['2026-03-24T00:10+02:00', '2026-03-23T23:50+02:00', '2026-03-30T09:00+03:00']
      for (const at of times.toSorted()) call({ phone: caller }, { at: Date.parse(at) })
      expect(journal.callerStory(caller, Date.parse('2026-03-30T10:00+03:00'))).toMatchObject({
        callsToday: 1,
        callsInWeek: 2,
        callsEver: 3,
      })
    })
  })

  it('is empty for a stranger, and null for a withheld number', () => {
    const { journal, call } = filledJournal()
    call({ phone: phone('') })
    expect(journal.callerStory(phone(''), NOW)).toBeNull()
    expect(journal.callerStory(phone('0541112223'), NOW)).toMatchObject({ callsEver: 0, last: null })
  })

  it('recognises a caller from North America whose number lacks its plus', () => {
    const { journal, call } = filledJournal()
    call({ phone: phone('12025550143') })
    expect(journal.callerStory(phone('+12025550143'), NOW + MINUTE)).toMatchObject({ callsEver: 1 })
  })
})

describe('a withheld number in other forms', () => {
  /** The note that the journal shows for such a caller, after an earlier call in the same form got one. */
  function lastNote(received: string): string | undefined {
    const { journal, call } = filledJournal()
    call({ phone: phone(received) })
    journal.setNote('SIPSIP2/c0', 'owes 300; call after six')
    return journal.callerStory(phone(received), NOW + MINUTE)?.lastNote?.text
  }

  it('isn’t matched to an earlier “Anonymous” caller', () => {
    expect(lastNote('Anonymous')).toBeUndefined()
  })

  // From reports of hidden numbers shown as -1, or matched to a stranger.
  it.each([
    'Private Number',
    'No Caller ID',
    'Unknown Caller',
    '<unknown>',
    'anonymous@anonymous.invalid',
    'sip:anonymous@anonymous.invalid',
    'מספר חסוי',
    'לא מזוהה',
    'Withheld number',
    '+',
    '-',
    '-1',
    '0',
    '0000000000',
  ])('is not taken for an earlier one who was written “%s”', (received) => {
    expect(lastNote(received)).toBeUndefined()
  })

  it.each(['Private Number', '+'])('is still missed after a talk with another “%s”', (received) => {
    const { journal, call } = filledJournal()
    call({ phone: phone(received) })
    call({ phone: phone(received) }, { talked: 20 })
    expect(journal.missedCalls()).toMatchObject([{ ivrid: 'c0', seen: false }])
  })
})

describe('missed calls', () => {
  const listed = (journal: Journal) =>
    journal.missedCalls().map(({ ivrid, seen }) => `${ivrid} ${seen ? 'seen' : 'new'}`)

  it('are listed until they are cleared, whether looked at or not', () => {
    const { journal, call } = filledJournal()
    call({})
    call({})
    expect(listed(journal)).toEqual(['c1 new', 'c0 new'])
    journal.markSeen()
    call({})
    expect(listed(journal)).toEqual(['c2 new', 'c1 seen', 'c0 seen'])
    journal.clearMissed()
    expect(listed(journal)).toEqual([])
    expect(journal.history({ filter: 'missed', limit: 9 }).calls).toHaveLength(3)
    call({})
    expect(listed(journal)).toEqual(['c3 new'])
  })

  it('need no attention once their caller was spoken to, whoever called whom', () => {
    const { journal, call } = filledJournal()
    call({ phone: phone('0722776772') })
    call({ phone: phone('0541112223') })
    call({ phone: phone('972722776772'), phase: 'dialing', direction: 'outgoing' })
    expect(listed(journal)).toEqual(['c1 new', 'c0 new'])
    call({ phone: phone('972722776772'), phase: 'dialing', direction: 'outgoing' }, { talked: 30 })
    expect(listed(journal)).toEqual(['c1 new', 'c0 seen'])
  })

  it('stay new when the caller was only spoken to before, or withholds the number', () => {
    const { journal, call } = filledJournal()
    call({ phone: phone('0722776772') }, { talked: 20 })
    call({ phone: phone('0722776772') })
    call({ phone: phone('Anonymous') })
    call({ phone: phone('Anonymous') }, { talked: 20 })
    expect(listed(journal)).toEqual(['c2 new', 'c1 new'])
  })
})

describe('a transfer', () => {
  const first = (journal: ReturnType<typeof filledJournal>['journal'], ivrid: string) =>
    journal.history({ filter: 'all', limit: 9 }).calls.find((call) => call.ivrid === ivrid)

  it('is known from whom and to whom where both calls are stored', () => {
    const { journal, call } = filledJournal()
    call({ ivrid: 'one' }, { talked: 30 })
    call({ ivrid: 'two', transferredFrom: 'one' }, { talked: 30 })
    expect(first(journal, 'one')).toMatchObject({ transferredTo: 'User 2' })
    expect(first(journal, 'two')).toMatchObject({ transferredBy: 'User 2' })
    expect(first(journal, 'two')).not.toHaveProperty('transferredTo')
  })

  it('is known to whom where the end of the call showed it', () => {
    const { journal } = filledJournal()
    const watcher = createWatcher()
    const talking = seenCall({ ivrid: 'one', phase: 'talking', answered: true })
    journal.record(watcher.see([talking], NOW), NOW)
    const over = watcher.see([], NOW + 5_000)
    const events = over.events.map((event) =>
      event.type === 'ended' ? { ...event, transferredTo: 'Yael' } : event,
    )
    journal.record({ ...over, events }, NOW + 5_000)
    expect(first(journal, 'one')).toMatchObject({ transferredTo: 'Yael' })
  })

  it('isn’t claimed of a call that nobody here talked on, or without the other call', () => {
    const { journal, call } = filledJournal()
    call({ ivrid: 'missed' })
    call({ ivrid: 'two', transferredFrom: 'missed' }, { talked: 30 })
    call({ ivrid: 'three', transferredFrom: 'unknown' }, { talked: 30 })
    expect(first(journal, 'missed')).not.toHaveProperty('transferredTo')
    expect(first(journal, 'three')).not.toHaveProperty('transferredBy')
  })
})
