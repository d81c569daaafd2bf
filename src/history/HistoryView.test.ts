// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { HistoryPage } from '../../core/history/history-request.ts'
import type { HistoryCall } from '../../core/history/history-call.ts'
import { useZone } from '../../core/testing/use-zone.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { historyOf } from '../testing/history-of.ts'
import { historyRows, turnRow, typeInto } from '../testing/history-rows.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aStoredCall, aSettingsView, aState, NOW } from '../testing/samples.ts'

useZone('Asia/Jerusalem')

let open: OpenWindow | null = null
afterEach(() => vi.restoreAllMocks())

const manyCalls = (count: number): readonly HistoryCall[] =>
  Array.from({ length: count }, (_, index) =>
    aStoredCall({ ivrid: `c${index}`, startedAt: NOW - 60_000 * (index + 10) }),
  )

type Answers = NonNullable<Parameters<typeof fakeCompanion>[0]>

async function opened(calls: readonly HistoryCall[], answers: Answers = {}): Promise<FakeCompanion> {
  const companion = fakeCompanion({ 'history:read': historyOf(calls), ...answers })
  open = await openWindow(companion)
  await open.click('History')
  return companion
}

const keys = (): string[] => historyRows().map((row) => row.dataset['call'] ?? '')
const text = (): string => document.body.textContent
const requests = (companion: FakeCompanion): unknown[] =>
  companion.asked.filter(([channel]) => channel === 'history:read').map(([, request]) => request)

describe('the history', () => {
  it('shows the calls by day, newest first, each with its outcome, duration and time', async () => {
    await opened([
      aStoredCall({ ivrid: 'a' }),
      aStoredCall({ ivrid: 'b', outcome: 'missed', ringSeconds: 14, talkSeconds: 0, name: '' }),
      aStoredCall({ ivrid: 'c', startedAt: NOW - 86_400_000 }),
      aStoredCall({ ivrid: 'd', startedAt: Date.UTC(2026, 1, 20, 12) }),
    ])
    expect([...document.querySelectorAll('ul.list h2')].map((day) => day.textContent)).toEqual([
      'Today',
      'Yesterday',
      'Friday, February 20',
    ])
    expect(historyRows()[0]?.textContent).toMatch(
      /072-277-6772.*Sales line.*incoming · 3\u00a0min\u00a004\u00a0s.*12:07/s,
    )
    expect(historyRows()[1]?.textContent).toContain('missed · rang 14\u00a0s')
  })

  it('offers no search in privacy mode, and explains why', async () => {
    await opened([aStoredCall()], { 'settings:read': () => aSettingsView({}, { privacy: true }) })
    expect(document.querySelector('[type=search]')).toBeNull()
    expect(text()).toContain('Search is off while privacy is on')
  })

  it('leaves the row whose note is being written, even if the search no longer finds it', async () => {
    let calls = [aStoredCall({ ivrid: 'a', note: 'quote' }), aStoredCall({ ivrid: 'b', note: 'quote two' })]
    const companion = await opened([], { 'history:read': (request) => historyOf(calls)(request) })
    await typeInto('input[type=search]', 'quote')
    await open?.clock.advance(500)
    await turnRow()
    const note = document.querySelector<HTMLTextAreaElement>('ul.list textarea')
    note?.focus()
    await typeInto('ul.list textarea', 'quo')
    await open?.clock.advance(1000)
    calls = calls.map((call) => (call.ivrid === 'a' ? { ...call, note: 'quo' } : call))
    companion.push('state', aState({}, { revision: 2 }))
    await flushPromises()
    expect(keys()).toEqual(['SIPSIP2/a', 'SIPSIP2/b'])
    expect([document.activeElement, note?.value]).toEqual([note, 'quo'])
  })

  it('names the colleague who took a call that rang here', async () => {
    await opened([aStoredCall({ answeredBy: 'Yael', talkSeconds: 0, answeredAt: null })])
    expect(historyRows()[0]?.textContent).toMatch(/answered by .Yael. · rang 8\u00a0s/)
    expect(document.querySelector('.outcome-sign')?.getAttribute('data-outcome')).toBe('elsewhere')
  })

  it.each([
    [{ transferredTo: 'Yael' }, /transferred to .Yael./],
    [{ transferredFrom: 'x', transferredBy: 'Noa' }, /transferred from .Noa./],
    [{ transferredFrom: 'x' }, /transferred call/],
  ])('shows a transfer as far as it is known: %o', async (known, said) => {
    await opened([aStoredCall(known)])
    expect(historyRows()[0]?.textContent).toMatch(said)
  })

  it('marks a call whose end was not seen', async () => {
    await opened([aStoredCall({ endSeen: false, outcome: 'unknown' })])
    expect(historyRows()[0]?.textContent).toContain('outcome unknown · end unknown')
    await turnRow()
    expect(text()).toContain('End unknown: Ringside last saw')
  })

  it('copies the number of a row', async () => {
    const companion = await opened([aStoredCall()])
    await open?.click('Copy number')
    expect(companion.asked).toContainEqual(['call:copy', 'SIPSIP2/kept1', 'number'])
  })

  it('searches once typing has paused', async () => {
    const companion = await opened([aStoredCall({ ivrid: 'a', name: 'Noa' }), aStoredCall({ ivrid: 'b' })])
    await typeInto('[type=search]', 'N')
    await typeInto('[type=search]', 'Noa')
    await open?.clock.advance(149)
    expect(requests(companion)).not.toContainEqual({ text: 'Noa', filter: 'all', limit: 50 })
    await open?.clock.advance(1)
    await flushPromises()
    expect(requests(companion).at(-1)).toEqual({ text: 'Noa', filter: 'all', limit: 50 })
    expect(requests(companion)).not.toContainEqual({ text: 'N', filter: 'all', limit: 50 })
    expect(keys()).toEqual(['SIPSIP2/a'])
  })

  it('shows only the missed ones, and remembers that while other views are open', async () => {
    await opened([aStoredCall({ ivrid: 'a', outcome: 'missed' }), aStoredCall({ ivrid: 'b' })])
    await open?.click('Missed')
    expect(keys()).toEqual(['SIPSIP2/a'])
    await open?.click('Calls')
    await open?.click('History')
    expect(open?.button('Missed').getAttribute('aria-pressed')).toBe('true')
    expect(keys()).toEqual(['SIPSIP2/a'])
  })

  it('drops the response to an outdated request', async () => {
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
    answers.at(-1)?.({ calls: [aStoredCall({ ivrid: 'missed' })], next: null })
    await flushPromises()
    answers.at(-2)?.({ calls: [aStoredCall({ ivrid: 'old' })], next: null })
    await flushPromises()
    expect(keys()).toEqual(['SIPSIP2/missed'])
  })

  it('explains what will be here, and what to do when nothing matches', async () => {
    await opened([])
    expect(text()).toContain('No calls yet')
    await open?.click('Missed')
    expect(text()).toContain('No matches')
    await open?.click('Show all calls')
    expect(text()).toContain('No calls yet')
  })

  it('shows that main did not respond, and retries', async () => {
    let broken = true
    await opened([], {
      'history:read': (request) => {
        if (broken) throw new Error('main is gone')
        return historyOf([aStoredCall()])(request)
      },
    })
    expect(text()).toContain('Ringside didn’t respond')
    expect(text()).not.toContain('No calls yet')
    broken = false
    await open?.click('Retry now')
    expect(keys()).toEqual(['SIPSIP2/kept1'])
    expect(text()).not.toContain('Ringside didn’t respond')
  })

  it.each([
    [{ kind: 'set-aside', file: 'bad.db' } as const, 'renamed to \u2066bad.db\u2069'],
    [{ kind: 'newer', file: 'new.db' } as const, 'saved by a newer version of Ringside'],
    [{ kind: 'memory', why: 'full' } as const, 'the disk is full'],
    [{ kind: 'memory', why: 'read-only' } as const, 'is read-only'],
    [{ kind: 'memory', why: 'locked' } as const, 'another program has the history open'],
  ])('shows the state of its file: %o', async (journalTrouble, sentence) => {
    await opened([], { 'state:read': () => aState({}, { journalTrouble }) })
    expect(text()).toContain(sentence)
  })
})

describe('a long history', () => {
  it('draws only the rows near the view, and announces how many there are', async () => {
    await opened(manyCalls(40))
    expect(historyRows().length).toBeLessThan(20)
    expect(historyRows()[2]?.getAttribute('aria-posinset')).toBe('3')
    expect(historyRows()[2]?.getAttribute('aria-setsize')).toBe('40')
  })

  it('reads the next page near its end, each page once', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
    const companion = await opened(manyCalls(120))
    const scroller = document.querySelector<HTMLElement>('.scroller')
    for (let top = 0; top < 7600; top += 500) {
      scroller?.scrollTo({ top })
      scroller?.dispatchEvent(new Event('scroll'))
      await flushPromises()
    }
    expect(keys().at(-1)).toBe('SIPSIP2/c119')
    expect(historyRows().length).toBeLessThan(30)
    const pages = requests(companion).filter((request) => Object.hasOwn(request as object, 'before'))
    expect(pages).toHaveLength(2)
  })

  it('can be reached to its last row with only the keyboard', async () => {
    await opened(manyCalls(60))
    const press = async (key: string): Promise<void> => {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      await flushPromises()
    }
    historyRows()[0]?.querySelector('button')?.focus()
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

  it('is read again when something happens, and the loaded pages remain', async () => {
    const calls = [...manyCalls(60)]
    const companion = await opened([], { 'history:read': (request) => historyOf(calls)(request) })
    historyRows()[0]?.querySelector('button')?.focus()
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }))
    await flushPromises()
    calls.unshift(aStoredCall({ ivrid: 'new', startedAt: NOW - 1000 }))
    companion.push('state', aState({}, { revision: 2 }))
    await flushPromises()
    expect(historyRows()[0]?.getAttribute('aria-setsize')).toBe('61')
    expect(keys()[0]).toBe('SIPSIP2/new')
  })

  it('does nothing while the window is hidden', async () => {
    const companion = await opened([aStoredCall()])
    const before = requests(companion).length
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    companion.push('state', aState({}, { revision: 2 }))
    await flushPromises()
    expect(requests(companion)).toHaveLength(before)
    visibility.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    await flushPromises()
    expect(requests(companion)).toHaveLength(before + 1)
  })
})

describe('the menu of the history', () => {
  it('writes a file and shows where', async () => {
    const companion = await opened([])
    await open?.click('More')
    await open?.click('Export as CSV')
    expect(companion.asked).toContainEqual(['history:export', 'csv'])
    expect(text()).toContain('Saved to \u2066calls.csv\u2069.')
    await open?.click('Show in folder')
    expect(companion.asked).toContainEqual(['history:show-export'])
  })

  it('shows nothing if no folder was chosen', async () => {
    await opened([], { 'history:export': () => ({ kind: 'cancelled' }) })
    await open?.click('More')
    await open?.click('Export as CSV')
    expect(text()).not.toMatch(/Writ|Show in folder/)
  })

  it('reports that no file could be written', async () => {
    await opened([], { 'history:export': () => ({ kind: 'failed' }) })
    await open?.click('More')
    await open?.click('Export as JSON')
    expect(text()).toContain('couldn’t be saved')
  })

  it('opens the report and the settings, and returns', async () => {
    await opened([])
    await open?.click('More')
    await open?.click('Watching report')
    expect(text()).toContain('Alerts for 3 of 3 rings')
    await open?.click('Back to history')
    expect(document.querySelector('h1')?.textContent).toBe('History')
  })
})

describe('how long calls are stored', () => {
  it('is shown, and can be set', async () => {
    const companion = await opened([], { 'settings:read': () => aSettingsView({}, { historyDays: 30 }) })
    expect(text()).toContain('kept for 30 days')
    await open?.click('More')
    await open?.click('Settings')
    await open?.fill('Keep calls for (days)', '7')
    expect(companion.asked).toContainEqual(['settings:change', { historyDays: 7 }])
  })
})
