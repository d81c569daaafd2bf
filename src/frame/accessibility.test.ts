// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { fakeCompanion } from '../testing/fake-companion.ts'
import { turnRow } from '../testing/history-rows.ts'
import { openWindow, type OpenWindow } from '../testing/open-window.ts'
import {
  aCall,
  aKeptCall,
  aMissedCall,
  aReport,
  aSettingsView,
  aState,
  aTeam,
  aTeamRow,
  NOW,
  PHONE,
  someQueues,
} from '../testing/samples.ts'

let open: OpenWindow | null = null

/** Colours and sizes need a real page; all else can be judged here. */
async function violations(): Promise<string[]> {
  const result = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(result.passes.length).toBeGreaterThan(10)
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
}

describe('to assistive technology', () => {
  it('the calls are sound', async () => {
    const calls = [aCall(), aCall({ ivrid: 'b', phase: 'held', recording: { state: 'muted', fileName: '' } })]
    open = await openWindow(
      fakeCompanion({ 'state:read': () => aState({ calls }, { missed: [aMissedCall()] }) }),
    )
    expect(await violations()).toEqual([])
  })

  it('the first run is sound', async () => {
    open = await openWindow(
      fakeCompanion({ 'settings:read': () => aSettingsView({ code: 'none' }, { extension: '' }) }),
    )
    expect(await violations()).toEqual([])
  })

  it('the settings are sound', async () => {
    open = await openWindow(
      fakeCompanion({ 'settings:read': () => aSettingsView({ locked: ['theme', 'zone'] }) }),
    )
    await open.click('Settings')
    expect(await violations()).toEqual([])
  })

  it('the history is sound, with a call opened and a caller about to be forgotten', async () => {
    const calls = [
      aKeptCall({ muted: true, note: 'asked for a quote' }),
      aKeptCall({ ivrid: 'b', outcome: 'missed', startedAt: NOW - 90_000_000 }),
    ]
    open = await openWindow(
      fakeCompanion({
        'state:read': () =>
          aState({}, { missed: [aMissedCall()], journalTrouble: { kind: 'memory', why: 'full' } }),
        'history:read': () => ({ calls, next: null }),
      }),
    )
    expect(await violations()).toEqual([])
    await open.click('History')
    await turnRow()
    await open.click('Forget this caller…')
    await open.click('More')
    expect(await violations()).toEqual([])
  })

  it('the queues and the team are sound, with warnings and a colleague opened', async () => {
    const caller = { phone: PHONE, name: 'Brightwater', direction: 'incoming' } as const
    const failure = { kind: 'unreachable', why: 'timeout' } as const
    open = await openWindow(
      fakeCompanion({
        'settings:read': () => aSettingsView({}, { wideView: true, queues: ['11'] }),
        'state:read': () =>
          aState(
            {},
            {
              queues: someQueues(undefined, { connection: { kind: 'stale', since: NOW, failure } }),
              place: { kind: 'at', extension: 'SIPSIP7', since: NOW },
              warnings: [{ kind: 'rings-while-away', status: { word: 'lunch', number: 3 } }],
            },
          ),
        'team:read': () => aTeam([aTeamRow('A', { phase: 'talking', caller }), aTeamRow('B')]),
      }),
    )
    document.querySelectorAll<HTMLButtonElement>('nav button')[1]?.click()
    await flushPromises()
    expect(await violations()).toEqual([])
    await open.click('Team')
    document.querySelector<HTMLButtonElement>('.turn')?.click()
    await flushPromises()
    expect(await violations()).toEqual([])
    await open.click('Settings')
    expect(await violations()).toEqual([])
  })

  it('the watching report is sound', async () => {
    const report = aReport({ rings: 5, outcomes: { shown: 3, off: 1 } })
    const blindSpots = [{ from: NOW - 900_000, to: null, why: 'asleep' as const }]
    open = await openWindow(
      fakeCompanion({ 'report:read': () => ({ ...report, report: { ...report.report, blindSpots } }) }),
    )
    await open.click('Settings')
    await open.click('Open the report')
    expect(await violations()).toEqual([])
  })
})
