// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { DayView } from '../../core/contract.ts'
import type { DaySpan } from '../../core/report/day-spans.ts'
import { dayOf } from '../../core/words/day-text.ts'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aCall, aDay, aState, NOW } from '../testing/samples.ts'

const [MINUTE, HOUR] = [60_000, 3_600_000]
const FROM = NOW - 2 * HOUR
const spans: readonly DaySpan[] = [
  { kind: 'rang', from: FROM - 10 * MINUTE, to: FROM - 10 * MINUTE + 20_000 },
  { kind: 'talked', from: FROM + 20_000, to: FROM + 20_000 + 84 * MINUTE },
  { kind: 'missed', from: NOW - 5 * MINUTE, to: NOW - 4 * MINUTE },
]

async function opened(day: Partial<DayView> = {}) {
  const companion = fakeCompanion({ 'day:read': () => aDay({ calls: 2, missed: 1, spans, ...day }) })
  return { companion, open: await openWindow(companion) }
}
const ribbon = () => document.querySelector('[role=img]')
const text = () => document.querySelector('main')?.textContent.replaceAll(/\s+/g, ' ') ?? ''

/** The window is hidden until after midnight. */
async function overnight({ clock }: OpenWindow): Promise<void> {
  const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  await clock.advance(dayOf(NOW, -1) - NOW)
  state.mockRestore()
  document.dispatchEvent(new Event('visibilitychange'))
  await flushPromises()
}

describe('the day so far', () => {
  it('shows three figures in place of an empty view', async () => {
    await opened()
    expect(text()).toMatch(/Calls\s*2.*Talk time\s*1 h 24 min.*Missed\s*1/)
    expect(text()).toContain('No calls now')
  })

  it('is a ribbon with a word for each kind of span, and says the same to a screen reader', async () => {
    await opened()
    expect(
      [...document.querySelectorAll('[role=img] .mark')].map((one) => one.getAttribute('title')),
    ).toEqual([
      expect.stringMatching(/\d\d:\d\d.* · Rang$/),
      expect.stringMatching(/\d\d:\d\d–\d\d:\d\d.* · Talked$/),
      expect.stringMatching(/ · Missed$/),
    ])
    expect([...document.querySelectorAll('.legend li')].map((one) => one.textContent.trim())).toEqual([
      'Rang',
      'Talked',
      'Missed',
    ])
    expect(ribbon()?.getAttribute('aria-label')?.replaceAll('\u00a0', ' ')).toMatch(
      /^Since \d\d:00: Rang: 20 s, Talked: 1 h 24 min and 1 missed call$/,
    )
  })

  it('isn’t there before the first call of the day, and while there is a call', async () => {
    await opened({ calls: 0, missed: 0, spans: [] })
    expect(ribbon()).toBeNull()
    document.body.replaceChildren()
    const { companion } = await opened()
    companion.push('state', aState({ calls: [aCall()] }, { revision: 2 }))
    await flushPromises()
    expect(ribbon()).toBeNull()
  })

  it('is read again when something happens, and begins anew at midnight', async () => {
    const { companion, open } = await opened()
    const reads = () => companion.asked.filter(([channel]) => channel === 'day:read').length
    companion.push('state', aState({}, { revision: 2 }))
    await flushPromises()
    expect(reads()).toBe(2)
    await overnight(open)
    await vi.dynamicImportSettled()
    expect([reads(), ribbon()]).toEqual([3, null])
  })
})
