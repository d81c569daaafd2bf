// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { HistoryPage, HistoryQuestion } from '../../core/journal/history-question.ts'
import type { KeptCall } from '../../core/journal/kept-call.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aCall, aKeptCall, aMissedCall, aSettingsView, aState, NOW, PHONE } from '../testing/samples.ts'

let open: OpenWindow | null = null
afterEach(() => {
  open?.wrapper.unmount()
  vi.restoreAllMocks()
})

/** Main's history over these calls, newest first, as it pages and filters. */
const historyOf =
  (calls: readonly KeptCall[]) =>
  ({ text = '', filter, before = Infinity, limit }: HistoryQuestion): HistoryPage => {
    const found = calls.filter(
      (call) =>
        call.place < before &&
        (filter === 'all' || call.outcome === filter) &&
        (
          call.name +
          call.note +
          (call.phone.kind === 'number' ? call.phone.e164 : call.phone.received)
        ).includes(text),
    )
    return {
      calls: found.slice(0, limit),
      next: found.length > limit ? (found[limit - 1]?.place ?? null) : null,
    }
  }

const manyCalls = (count: number): readonly KeptCall[] =>
  Array.from({ length: count }, (_, index) =>
    aKeptCall({ ivrid: `c${index}`, startedAt: NOW - 60_000 * (index + 10) }),
  )

type Answers = NonNullable<Parameters<typeof fakeCompanion>[0]>

async function opened(calls: readonly KeptCall[], answers: Answers = {}): Promise<FakeCompanion> {
  const companion = fakeCompanion({ 'history:read': historyOf(calls), ...answers })
  open = await openWindow(companion)
  await open.click('History')
  return companion
}

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('ul.list > li')]
const keys = (): string[] => rows().map((row) => row.dataset['call'] ?? '')
const text = (): string => document.body.textContent
const questions = (companion: FakeCompanion): unknown[] =>
  companion.asked.filter(([channel]) => channel === 'history:read').map(([, question]) => question)

async function unfold(index = 0): Promise<void> {
  rows()[index]?.querySelector<HTMLButtonElement>('.turn')?.click()
  await flushPromises()
}

async function type(selector: string, words: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector)
  if (field === null) throw new Error(`no ${selector}`)
  field.value = words
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}

describe('the history', () => {
  it('shows the calls by day, newest first, each with its outcome, length and time', async () => {
    await opened([
      aKeptCall({ ivrid: 'a' }),
      aKeptCall({ ivrid: 'b', outcome: 'missed', ringSeconds: 14, talkSeconds: 0, name: '' }),
      aKeptCall({ ivrid: 'c', startedAt: NOW - 86_400_000 }),
      aKeptCall({ ivrid: 'd', startedAt: Date.UTC(2026, 1, 20, 12) }),
    ])
    expect([...document.querySelectorAll('ul.list h2')].map((day) => day.textContent)).toEqual([
      'Today',
      'Yesterday',
      'Friday, February 20',
    ])
    expect(rows()[0]?.textContent).toMatch(
      /072-277-6772.*\d\d:07.*Sales line.*incoming · 3\u00a0min\u00a004\u00a0s/s,
    )
    expect(rows()[1]?.textContent).toContain('missed · rang 14\u00a0s')
  })

  it('marks a call whose end was not seen', async () => {
    await opened([aKeptCall({ endSeen: false, outcome: 'unknown' })])
    expect(rows()[0]?.textContent).toContain('outcome not seen · end not seen')
    await unfold()
    expect(text()).toContain('Its end was not seen')
  })

  it('copies the number of a row', async () => {
    const companion = await opened([aKeptCall()])
    await open?.click('Copy number')
    expect(companion.asked).toContainEqual(['call:copy', 'SIPSIP2/kept1', 'number'])
  })

  it('asks for what is looked for, once typing has paused', async () => {
    const companion = await opened([aKeptCall({ ivrid: 'a', name: 'Noa' }), aKeptCall({ ivrid: 'b' })])
    await type('[type=search]', 'N')
    await type('[type=search]', 'Noa')
    await open?.clock.advance(149)
    expect(questions(companion)).not.toContainEqual({ text: 'Noa', filter: 'all', limit: 50 })
    await open?.clock.advance(1)
    await flushPromises()
    expect(questions(companion).at(-1)).toEqual({ text: 'Noa', filter: 'all', limit: 50 })
    expect(questions(companion)).not.toContainEqual({ text: 'N', filter: 'all', limit: 50 })
    expect(keys()).toEqual(['SIPSIP2/a'])
  })

  it('shows the missed ones alone, and keeps that while other views are open', async () => {
    await opened([aKeptCall({ ivrid: 'a', outcome: 'missed' }), aKeptCall({ ivrid: 'b' })])
    await open?.click('Missed')
    expect(keys()).toEqual(['SIPSIP2/a'])
    await open?.click('Calls')
    await open?.click('History')
    expect(open?.button('Missed').getAttribute('aria-pressed')).toBe('true')
    expect(keys()).toEqual(['SIPSIP2/a'])
  })

  it('drops the answer to a question that is no longer asked', async () => {
    const answers: ((page: HistoryPage) => void)[] = []
    const companion = fakeCompanion()
    open = await openWindow({
      ...companion,
      request: (channel, ...args) =>
        channel === 'history:read'
          ? (new Promise<HistoryPage>((resolve) => answers.push(resolve)) as never)
          : companion.request(channel, ...args),
    })
    await open.click('History')
    await open.click('Missed')
    answers.at(-1)?.({ calls: [aKeptCall({ ivrid: 'missed' })], next: null })
    await flushPromises()
    answers.at(-2)?.({ calls: [aKeptCall({ ivrid: 'old' })], next: null })
    await flushPromises()
    expect(keys()).toEqual(['SIPSIP2/missed'])
  })

  it('says what will be here, and what to do when nothing fits', async () => {
    await opened([])
    expect(text()).toContain('No calls yet')
    await open?.click('Missed')
    expect(text()).toContain('No call fits')
    await open?.click('Show all calls')
    expect(text()).toContain('No calls yet')
  })

  it('says that main did not answer, and asks again', async () => {
    let broken = true
    await opened([], {
      'history:read': (question) => {
        if (broken) throw new Error('main is gone')
        return historyOf([aKeptCall()])(question)
      },
    })
    expect(text()).toContain('Ringside did not answer')
    expect(text()).not.toContain('No calls yet')
    broken = false
    await open?.click('Try now')
    expect(keys()).toEqual(['SIPSIP2/kept1'])
    expect(text()).not.toContain('Ringside did not answer')
  })

  it.each([
    [{ kind: 'set-aside', file: 'bad.db' } as const, 'put aside as \u2066bad.db\u2069'],
    [{ kind: 'newer', file: 'new.db' } as const, 'written by a newer Ringside'],
    [{ kind: 'memory', why: 'full' } as const, 'The disk is full'],
    [{ kind: 'memory', why: 'read-only' } as const, 'can’t be written to its folder'],
    [{ kind: 'memory', why: 'locked' } as const, 'Another Ringside'],
  ])('tells what became of its file: %o', async (journalTrouble, sentence) => {
    await opened([], { 'state:read': () => aState({}, { journalTrouble }) })
    expect(text()).toContain(sentence)
  })
})

describe('a long history', () => {
  it('draws only the rows near the view, and tells how many there are', async () => {
    await opened(manyCalls(40))
    expect(rows().length).toBeLessThan(20)
    expect(rows()[2]?.getAttribute('aria-posinset')).toBe('3')
    expect(rows()[2]?.getAttribute('aria-setsize')).toBe('40')
  })

  it('reads the next page when its end comes near, each page once', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
    const companion = await opened(manyCalls(120))
    const scroller = document.querySelector<HTMLElement>('.scroller')
    for (let top = 0; top < 7600; top += 500) {
      scroller?.scrollTo({ top })
      scroller?.dispatchEvent(new Event('scroll'))
      await flushPromises()
    }
    expect(keys().at(-1)).toBe('SIPSIP2/c119')
    expect(rows().length).toBeLessThan(30)
    const pages = questions(companion).filter((question) => Object.hasOwn(question as object, 'before'))
    expect(pages).toHaveLength(2)
  })

  it('is reached to its last row by the keyboard alone', async () => {
    await opened(manyCalls(60))
    const press = async (key: string): Promise<void> => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      await flushPromises()
    }
    rows()[0]?.querySelector('button')?.focus()
    const focused = (): string | undefined =>
      document.activeElement?.closest<HTMLElement>('[data-call]')?.dataset['call']
    await press('ArrowDown')
    expect(focused()).toBe('SIPSIP2/c1')
    await press('End')
    expect(focused()).toBe('SIPSIP2/c49')
    await press('End')
    expect(focused()).toBe('SIPSIP2/c59')
    await press('Home')
    expect(focused()).toBe('SIPSIP2/c0')
  })

  it('is read again when something happens, and keeps the pages that were loaded', async () => {
    const calls = [...manyCalls(60)]
    const companion = await opened([], { 'history:read': (question) => historyOf(calls)(question) })
    rows()[0]?.querySelector('button')?.focus()
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))
    await flushPromises()
    calls.unshift(aKeptCall({ ivrid: 'new', startedAt: NOW - 1000 }))
    companion.push('state', aState({}, { revision: 2 }))
    await flushPromises()
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('61')
    expect(keys()[0]).toBe('SIPSIP2/new')
  })

  it('does nothing while the window is hidden', async () => {
    const companion = await opened([aKeptCall()])
    const before = questions(companion).length
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    companion.push('state', aState({}, { revision: 2 }))
    await flushPromises()
    expect(questions(companion)).toHaveLength(before)
    visibility.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    await flushPromises()
    expect(questions(companion)).toHaveLength(before + 1)
  })
})

describe('an opened call', () => {
  it('shows its course, its details, and the calls it was transferred from and to', async () => {
    const from = aKeptCall({ ivrid: 'first', startedAt: NOW - 2_000_000, name: 'Reception' })
    const call = aKeptCall({
      ivrid: 'second',
      transferredFrom: 'first',
      recordingFile: 'rec.mp3',
      parts: [
        { kind: 'talked', from: NOW - 300_000, to: NOW - 200_000 },
        { kind: 'recording-muted', from: NOW - 280_000, to: NOW - 250_000 },
      ],
    })
    await opened([call, from])
    await unfold(0)
    const course = [...document.querySelectorAll('[aria-label=Course] li')].map((line) => line.textContent)
    expect(course[0]).toMatch(/^Talked\d\d:26:00 – \d\d:27:401\u00a0min\u00a040\u00a0s$/)
    expect(course[1]).toMatch(/^Recording muted.*30\u00a0s$/)
    for (const detail of ['03-900-1234', 'second', 'Transferred from', 'rec.mp3', 'Dana Levi'])
      expect(rows()[0]?.textContent).toContain(detail)
    await unfold(1)
    expect(rows()[1]?.textContent).toContain('Transferred to')
    expect(rows()[0]?.querySelector('[aria-expanded]')?.getAttribute('aria-expanded')).toBe('false')
  })

  it('saves its note as it is typed', async () => {
    const companion = await opened([aKeptCall()])
    await unfold()
    await type('textarea', 'asked for')
    await type('textarea', 'asked for a quote')
    await open?.clock.advance(600)
    await flushPromises()
    expect(companion.asked.filter(([channel]) => channel === 'history:note')).toEqual([
      ['history:note', 'SIPSIP2/kept1', 'asked for a quote'],
    ])
    expect(text()).toContain('Saved')
    await unfold()
    expect(rows()[0]?.textContent).toContain('“\u2068asked for a quote\u2069”')
  })

  it('saves what was typed when the view is left at once', async () => {
    const companion = await opened([aKeptCall()])
    await unfold()
    await type('textarea', 'call back')
    await open?.click('Calls')
    expect(companion.asked).toContainEqual(['history:note', 'SIPSIP2/kept1', 'call back'])
  })

  it('says that a note was not saved, and keeps it', async () => {
    await opened([aKeptCall()], { 'history:note': () => false })
    await unfold()
    await type('textarea', 'call back')
    await open?.clock.advance(600)
    await flushPromises()
    expect(text()).toContain('this call is no longer kept')
    expect(document.querySelector('textarea')?.value).toBe('call back')
  })

  it('forgets its caller only when confirmed, and says how many calls go', async () => {
    const other = { ...PHONE, national: '03-111-1111', e164: '+97231111111' }
    let calls = [
      aKeptCall({ ivrid: 'a' }),
      aKeptCall({ ivrid: 'b', startedAt: NOW - 2_000_000 }),
      aKeptCall({ ivrid: 'c', startedAt: NOW - 3_000_000, phone: other, note: '+972722776772' }),
    ]
    const companion = await opened([], {
      'history:read': (question) => historyOf(calls)(question),
      'history:forget': () => {
        calls = calls.slice(2)
        return 2
      },
    })
    await unfold()
    await open?.click('Forget this caller…')
    expect(text()).toContain('2 calls with \u2066072-277-6772\u2069 will be removed')
    expect(document.activeElement).toBe(open?.button('Keep'))
    expect(companion.asked.map(([channel]) => channel)).not.toContain('history:forget')
    await open?.click('Keep')
    expect(document.activeElement).toBe(open?.button('Forget this caller…'))
    await open?.click('Forget this caller…')
    await open?.click('Forget')
    expect(companion.asked).toContainEqual(['history:forget', 'SIPSIP2/a'])
    expect(keys()).toEqual(['SIPSIP2/c'])
    expect(text()).toContain('2 calls removed.')
  })

  it('offers to forget nobody where the number is withheld', async () => {
    await opened([aKeptCall({ phone: { kind: 'withheld', received: 'Anonymous' } })])
    await unfold()
    expect(() => open?.button('Forget this caller…')).toThrow()
  })

  it('takes an Escape for its question before the window takes it', async () => {
    const companion = await opened([aKeptCall()])
    await unfold()
    await open?.click('Forget this caller…')
    open?.button('Keep').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await flushPromises()
    expect(text()).not.toContain('will be removed')
    expect(companion.asked).not.toContainEqual(['window:hide'])
  })
})

describe('the menu of the history', () => {
  it('writes a file and says where', async () => {
    const companion = await opened([])
    await open?.click('More')
    await open?.click('Export as CSV')
    expect(companion.asked).toContainEqual(['history:export', 'csv'])
    expect(text()).toContain('Written to \u2066calls.csv\u2069.')
  })

  it('says that no file could be written', async () => {
    await opened([], { 'history:export': () => ({ kind: 'failed' }) })
    await open?.click('More')
    await open?.click('Export as JSON')
    expect(text()).toContain('could not be written')
  })

  it('closes on Escape and gives the focus back', async () => {
    const companion = await opened([])
    await open?.click('More')
    open?.button('Export as CSV').focus()
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await flushPromises()
    expect(document.activeElement).toBe(open?.button('More'))
    expect(text()).not.toContain('Export as CSV')
    expect(companion.asked).not.toContainEqual(['window:hide'])
  })

  it('leads to the report and the settings, and back', async () => {
    await opened([])
    await open?.click('More')
    await open?.click('Watching report')
    expect(text()).toContain('3 of 3 rings alerted')
    await open?.click('Back to history')
    expect(document.querySelector('h1')?.textContent).toBe('History')
  })
})

describe('a hostile name', () => {
  it.each([
    ['markup', '<img src=x onerror="alert(1)">', '<img src=x onerror="alert(1)">'],
    ['ten thousand characters', 'x'.repeat(10_000), `${'x'.repeat(119)}…`],
    ['an override of direction', '\u202Egro.live\u2066\u2069\u200E', 'gro.live'],
    ['emoji', '👨‍👩‍👧‍👦 Ann', '👨‍👩‍👧‍👦 Ann'],
    ['controls', 'a\u0000b\nc', 'ab c'],
  ])('of %s breaks no row, card or story', async (_what, name, shown) => {
    const phone = { kind: 'name', received: name } as const
    const last = {
      at: NOW,
      agent: name,
      outcome: 'completed' as const,
      talkSeconds: 9,
      note: name,
      label: name,
    }
    const call = aCall({ name, phone })
    const state = aState(
      { calls: [call] },
      {
        missed: [aMissedCall({ name, phone })],
        stories: { [call.key]: { callsToday: 2, missedToday: 0, callsEver: 2, last } },
      },
    )
    const sound = (): void => {
      const names = [...document.querySelectorAll('bdi.person')].map((one) => one.textContent)
      expect(names.length).toBeGreaterThan(1)
      expect(new Set(names)).toEqual(new Set([shown]))
      expect(['\0', '\u202E', '\u200E'].filter((one) => text().includes(one))).toEqual([])
      expect(document.querySelector('img')).toBeNull()
    }
    const calls = [aKeptCall({ name, phone, agent: name, note: name, label: name })]
    open = await openWindow(
      fakeCompanion({ 'state:read': () => state, 'history:read': () => ({ calls, next: null }) }),
    )
    expect(text().length).toBeLessThan(3000)
    sound()
    await open.click('History')
    expect(rows()[0]?.querySelector('.number')?.textContent).toBe(shown)
    await unfold()
    sound()
  })
})

describe('how long calls are kept', () => {
  it('is said, and set', async () => {
    const companion = await opened([], { 'settings:read': () => aSettingsView({}, { historyDays: 30 }) })
    expect(text()).toContain('kept for 30 days')
    await open?.click('More')
    await open?.click('Settings')
    await open?.fill('Keep calls for (days)', '7')
    expect(companion.asked).toContainEqual(['settings:change', { historyDays: 7 }])
  })
})
