// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { DayCoverage } from '../../core/report/coverage.ts'
import { dayOf } from '../../core/words/day-text.ts'
import type { WatchingReport } from '../../core/report/watching-report.ts'
import { fakeCompanion, type FakeCompanion } from '../testing/fake-companion.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import { aReport, aState, NOW } from '../testing/samples.ts'

let open: OpenWindow | null = null

async function opened(
  report: Partial<WatchingReport> = {},
  coverage: readonly DayCoverage[] = [],
): Promise<FakeCompanion> {
  const companion = fakeCompanion({ 'report:read': () => aReport(report, coverage) })
  open = await openWindow(companion)
  await open.click('Settings')
  await open.click('Open the report')
  return companion
}

const plain = (words: string): string => words.replaceAll('\u00a0', ' ').trim()
const text = (): string => open?.wrapper.text() ?? ''
const asked = (companion: FakeCompanion): unknown[] =>
  companion.asked.filter(([channel]) => channel === 'report:read').map(([, days]) => days)

describe('the watching report', () => {
  it('shows how many rings were alerted and how soon, with the measurement’s lower limit', async () => {
    await opened()
    expect(text()).toContain('Alerts for 3 of 3 rings')
    expect(text()).toMatch(/Median\s*2.4\u00a0s.*95% within\s*5.1\u00a0s.*Slowest\s*5.6\u00a0s/s)
    expect(text()).toContain('up to 5\u00a0s late')
    expect(text()).toContain('No gaps.')
  })

  it('shows why the others were not shown, and how many are unknown', async () => {
    await opened({ rings: 9, alerted: 3, outcomes: { shown: 3, refused: 1, paused: 2, off: 1 } })
    const lines = [...document.querySelectorAll('[aria-label="Not shown"] li')].map(
      (line) => line.textContent,
    )
    expect(lines).toEqual([
      expect.stringMatching(/^1blocked by this computer/),
      '2alerts were paused',
      '1alerts are off in the settings',
      '2unknown',
    ])
  })

  it('lists when nothing was watched, and why', async () => {
    const at = (hour: number, minute: number): number => new Date(NOW).setHours(hour, minute, 0, 0)
    await opened({
      blindSpots: [
        { from: at(9, 42), to: at(9, 45), why: 'asleep' },
        { from: at(10, 20), to: null, why: 'unreachable' },
      ],
    })
    expect(text()).toContain('not watching from 09:42 to 09:45: computer asleep')
    expect(text()).toContain('not watching since 10:20: Voicenter couldn’t be reached')
    expect(text()).toContain('2 gaps')
  })

  it('shows when there were no rings', async () => {
    await opened({ rings: 0, alerted: 0, outcomes: {}, delays: null })
    expect(text()).toContain('No rings in this period.')
    expect(text()).toContain('nothing to measure')
  })

  it('covers today or seven days, and is read again when something happens', async () => {
    const companion = await opened()
    expect(asked(companion)).toEqual([1])
    await open?.click('7 days')
    expect(asked(companion)).toEqual([1, 7])
    companion.push('state', aState({}, { revision: 2 }))
    await flushPromises()
    expect(asked(companion)).toEqual([1, 7, 7])
  })

  it('shows how complete the history of each day is, newest first, and when calls may be missing', async () => {
    const day = (daysAgo: number, changes: Partial<DayCoverage>): DayCoverage => ({
      ...{ day: dayOf(NOW, daysAgo), seen: 0, filledIn: 0, open: 0, openSeconds: 0 },
      ...changes,
    })
    await opened({}, [
      day(2, {}),
      day(1, { seen: 31, filledIn: 2 }),
      day(0, { seen: 12, open: 1, openSeconds: 240 }),
    ])
    const days = [...document.querySelectorAll('.days > li')].map((one) => plain(one.textContent))
    expect(days).toEqual([
      expect.stringMatching(
        /^Today\s*13 calls\s*12 seen\s*1 with an unknown outcome\s*Calls may be missing: 4 min/,
      ),
      expect.stringMatching(/^Yesterday\s*33 calls\s*31 seen\s*2 from the call log$/),
    ])
  })

  it('shows that there were no calls', async () => {
    await opened()
    expect(text()).toContain('No calls in this period.')
  })

  it('returns to the settings it was opened from', async () => {
    await opened()
    await open?.click('Back to settings')
    expect(open?.wrapper.find('h1').text()).toBe('Settings')
    await open?.click('Back to calls')
    expect(text()).toContain('No calls now')
  })
})
