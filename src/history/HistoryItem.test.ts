// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { HistoryCall } from '../../core/history/history-call.ts'
import { useZone } from '../../core/testing/use-zone.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { historyOf } from '../testing/history-of.ts'
import { historyRows, turnRow, typeInto } from '../testing/history-rows.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aCall, aStoredCall, aMissedCall, aState, NOW, PHONE } from '../testing/samples.ts'

useZone('Asia/Jerusalem')

let open: OpenWindow | null = null

type Answers = NonNullable<Parameters<typeof fakeCompanion>[0]>

async function opened(calls: readonly HistoryCall[], answers: Answers = {}): Promise<FakeCompanion> {
  const companion = fakeCompanion({ 'history:read': historyOf(calls), ...answers })
  open = await openWindow(companion)
  await open.click('History')
  return companion
}

const keys = (): string[] => historyRows().map((row) => row.dataset['call'] ?? '')
const text = (): string => document.body.textContent
/** Without the marks that isolate inserted text. */
const plainText = (row: Element | undefined): string =>
  row?.textContent.replaceAll(/[\u2066-\u2069]/g, '') ?? ''

describe('an opened call', () => {
  it('shows its timeline, its details, and the calls it was transferred from and to', async () => {
    const from = aStoredCall({ ivrid: 'first', startedAt: NOW - 2_000_000, name: 'Reception' })
    const call = aStoredCall({
      ivrid: 'second',
      transferredFrom: 'first',
      recordingFile: 'rec.mp3',
      parts: [
        { kind: 'talked', from: NOW - 300_000, to: NOW - 200_000 },
        { kind: 'recording-muted', from: NOW - 280_000, to: NOW - 250_000 },
      ],
    })
    await opened([call, from])
    await turnRow(0)
    const course = [...document.querySelectorAll('[aria-label=Timeline] li')].map((line) => line.textContent)
    expect(course[0]).toMatch(/^Talked12:26:001\u00a0min\u00a040\u00a0s$/)
    expect(course[1]).toMatch(/^Recording muted.*30\u00a0s$/)
    for (const detail of ['03-900-1234', 'second', 'Transferred from', 'rec.mp3', 'Dana Levi'])
      expect(historyRows()[0]?.textContent).toContain(detail)
    await turnRow(1)
    expect(historyRows()[1]?.textContent).toContain('Transferred to')
    expect(historyRows()[0]?.querySelector('[aria-expanded]')?.getAttribute('aria-expanded')).toBe('false')
  })

  it('shows how long the caller waited before, and in which queue', async () => {
    await opened([aStoredCall({ waited: { queue: 'Sales', seconds: 112 } }), aStoredCall({ ivrid: 'other' })])
    await turnRow(0)
    expect(plainText(historyRows()[0])).toContain('waited 1\u00a0min\u00a052\u00a0s in Sales')
    await turnRow(1)
    expect(plainText(historyRows()[1])).not.toContain('waited')
  })

  it('saves its note as it is typed', async () => {
    const companion = await opened([aStoredCall()])
    await turnRow()
    await typeInto('textarea', 'asked for')
    await typeInto('textarea', 'asked for a quote')
    await open?.clock.advance(600)
    await flushPromises()
    expect(companion.asked.filter(([channel]) => channel === 'history:note')).toEqual([
      ['history:note', 'SIPSIP2/kept1', 'asked for a quote'],
    ])
    expect(text()).toContain('Saved')
    await turnRow()
    expect(historyRows()[0]?.textContent).toContain('“\u2068asked for a quote\u2069”')
  })

  it('saves what was typed if the view is left at once', async () => {
    const companion = await opened([aStoredCall()])
    await turnRow()
    await typeInto('textarea', 'call back')
    await open?.click('Calls')
    expect(companion.asked).toContainEqual(['history:note', 'SIPSIP2/kept1', 'call back'])
  })

  it('shows that a note was not saved, and retains it', async () => {
    await opened([aStoredCall()], { 'history:note': () => false })
    await turnRow()
    await typeInto('textarea', 'call back')
    await open?.clock.advance(600)
    await flushPromises()
    expect(text()).toContain('this call is no longer in the history')
    expect(document.querySelector('textarea')?.value).toBe('call back')
  })

  it('deletes its caller only when confirmed, and shows how many calls are deleted', async () => {
    const other = { ...PHONE, national: '03-111-1111', e164: '+97231111111' }
    let calls = [
      aStoredCall({ ivrid: 'a' }),
      aStoredCall({ ivrid: 'b', startedAt: NOW - 2_000_000 }),
      aStoredCall({ ivrid: 'c', startedAt: NOW - 3_000_000, phone: other, note: '+972722776772' }),
    ]
    const companion = await opened([], {
      'history:read': (request) => historyOf(calls)(request),
      'history:count-caller': () => 1_234,
      'history:forget': () => {
        calls = calls.slice(2)
        return { kind: 'deleted', calls: 2 }
      },
    })
    await turnRow()
    await open?.click('Delete this caller…')
    expect(companion.asked).toContainEqual(['history:count-caller', 'SIPSIP2/a'])
    expect(text()).toContain('1,234 calls with \u2066072-277-6772\u2069 will be deleted')
    expect(document.activeElement).toBe(open?.button('Cancel'))
    expect(companion.asked.map(([channel]) => channel)).not.toContain('history:forget')
    await open?.click('Cancel')
    expect(document.activeElement).toBe(open?.button('Delete this caller…'))
    await open?.click('Delete this caller…')
    await open?.click('Delete')
    expect(companion.asked).toContainEqual(['history:forget', 'SIPSIP2/a'])
    expect(keys()).toEqual(['SIPSIP2/c'])
    expect(document.querySelector('main')?.textContent).toContain('2 calls deleted.')
    await open?.clock.advance(10_000)
    await flushPromises()
    expect(document.querySelector('main')?.textContent).not.toContain('2 calls deleted.')
  })

  it('leaves the row and says why when main couldn’t delete the caller, and whether it is known', async () => {
    let isGone = false
    await opened([aStoredCall()], {
      'history:forget'() {
        if (isGone) throw new Error('main is gone')
        return { kind: 'not-deleted' }
      },
    })
    await turnRow()
    await open?.click('Delete this caller…')
    await open?.click('Delete')
    expect(text()).toContain('The calls weren’t deleted: the history or the address book can’t be changed')
    expect(document.activeElement).toBe(open?.button('Delete this caller…'))
    isGone = true
    await open?.click('Delete this caller…')
    await open?.click('Delete')
    expect(text()).toContain('The calls may or may not have been deleted.')
    expect(text()).not.toContain('weren’t deleted')
    expect(keys()).toHaveLength(1)
  })

  it('deletes a caller of today below the cards, and confirms it in few words', async () => {
    let calls = [aStoredCall()]
    const companion = fakeCompanion({
      'history:read': () => ({ calls, next: null }),
      'history:forget': () => {
        calls = []
        return { kind: 'deleted', calls: 1 }
      },
    })
    open = await openWindow(companion)
    document.querySelector<HTMLElement>('main .turn')?.click()
    await flushPromises()
    await vi.dynamicImportSettled()
    await open.click('Delete this caller…')
    await open.click('Delete')
    expect(document.querySelector('main')?.textContent).toContain('1 call deleted.')
    expect(document.querySelector('.unseen[role="status"]')?.textContent).toContain('1 call deleted.')
  })

  it('offers nothing while the calls can’t be counted, and explains that', async () => {
    await opened([aStoredCall()], {
      'history:count-caller': () => {
        throw new Error('main is gone')
      },
    })
    await turnRow()
    await open?.click('Delete this caller…')
    expect(text()).toContain('Ringside didn’t respond.')
    expect(() => open?.button('Delete')).toThrow()
  })

  it('offers no deletion if the number is withheld', async () => {
    await opened([aStoredCall({ phone: { kind: 'withheld', received: 'Anonymous' } })])
    await turnRow()
    expect(() => open?.button('Delete this caller…')).toThrow()
  })

  it('closes its question on Escape before the window hides', async () => {
    const companion = await opened([aStoredCall()])
    await turnRow()
    await open?.click('Delete this caller…')
    open?.button('Cancel').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await flushPromises()
    expect(text()).not.toContain('will be deleted')
    expect(companion.asked).not.toContainEqual(['window:hide'])
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
        stories: { [call.key]: { callsToday: 2, callsInWeek: 2, missedToday: 0, callsEver: 2, last } },
      },
    )
    const sound = (): void => {
      const names = [...document.querySelectorAll('bdi.person')].map((one) => one.textContent)
      expect(names.length).toBeGreaterThan(1)
      expect(new Set(names)).toEqual(new Set([shown]))
      expect(['\0', '\u202E', '\u200E'].filter((one) => text().includes(one))).toEqual([])
      expect(document.querySelector('img')).toBeNull()
    }
    const calls = [aStoredCall({ name, phone, agent: name, note: name, label: name })]
    open = await openWindow(
      fakeCompanion({ 'state:read': () => state, 'history:read': () => ({ calls, next: null }) }),
    )
    expect(text().length).toBeLessThan(3000)
    sound()
    await open.click('History')
    expect(historyRows()[0]?.querySelector('.number')?.textContent).toBe(shown)
    await turnRow()
    sound()
  })
})
