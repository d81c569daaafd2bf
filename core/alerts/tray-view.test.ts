import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgentState, Call, MissedCall } from '../domain.ts'
import type { QueuesState } from '../surroundings.ts'
import { updateCall } from '../session/update-call.ts'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.ts'
import { initialBelief } from '../clock/api-clock.ts'
import { readPhone } from '../phone.ts'
import { seenCall } from '../testing/seen.ts'
import { en } from '../words/en.ts'
import { LANGUAGES } from '../words/languages.ts'
import { wordsFor } from '../words/words-for.ts'
import { NO_QUEUES } from '../queues/reduce-queues.ts'
import { callerText } from './caller-text.ts'
import type { TrayAction, TrayItem } from './tray.ts'
import { trayView, type TrayInput } from './tray-view.ts'

const NOW = 1_790_000_000_000
const known = (change: Parameters<typeof seenCall>[0] = {}): Call =>
  updateCall(undefined, seenCall(change), NOW, initialBelief('UTC', NOW))
const live = (...calls: readonly Call[]): AgentState => ({
  agent: null,
  calls,
  connection: { kind: 'live' },
  lastGoodAt: NOW,
  clock: null,
})
const tray = (input: Omit<TrayInput, 'callers' | 'status' | 'notes'> & Partial<TrayInput>) =>
  trayView({ callers: {}, status: { kind: 'off' }, notes: [], ...input })
const view = (
  watch: AgentState,
  missed: readonly MissedCall[] = [],
  alertsPausedUntil: number | null = null,
) =>
  tray({
    watch,
    missed,
    alertsPausedUntil,
    demo: false,
    queues: NO_QUEUES,
    recordings: {},
    settings: DEFAULT_SETTINGS,
    words: en,
  })
const labels = (items: readonly TrayItem[]): string[] =>
  items.flatMap((item) =>
    item.kind === 'line' ? [] : item.kind === 'submenu' ? [item.label, ...labels(item.items)] : [item.label],
  )
const entries = (items: readonly TrayItem[]): (TrayAction | null)[] =>
  items.flatMap((item) =>
    item.kind === 'line' ? [] : item.kind === 'submenu' ? entries(item.items) : [item.action],
  )
const missed: readonly MissedCall[] = [{ ...known(), endedAt: NOW, seen: false }]
const salesQueue = {
  id: '1',
  name: 'Sales',
  waiting: 3,
  callers: [],
  longestSince: NOW,
  thresholdSeconds: 120,
  breached: 0,
  nextBreachAt: null,
}

describe('trayView', () => {
  it('has one icon for each state', () => {
    const talking = known({ phase: 'talking', answered: true })
    const muted = known({ phase: 'held', recording: { state: 'muted', fileName: '' } })
    expect(view(live()).icon).toBe('idle')
    expect(view(live(known())).icon).toBe('ringing')
    expect(view(live(known({ phase: 'dialing' }))).icon).toBe('dialing')
    expect(view(live(talking)).icon).toBe('talking')
    expect(view(live(known({ phase: 'held' }))).icon).toBe('held')
    expect(view(live(muted)).icon).toBe('muted')
    expect(view(live(), missed).icon).toBe('missed')
    expect(view(live(), [{ ...known(), endedAt: NOW, seen: true }]).icon).toBe('idle')
    expect(view(live(), [{ ...known(), endedAt: NOW, seen: false, calledBack: NOW }]).icon).toBe('idle')
    expect(view({ ...live(talking), connection: { kind: 'refused', since: null, why: 'code' } }).icon).toBe(
      'disconnected',
    )
  })

  it('opens CRM pages: one entry for one rule, a menu for several, manual ones first', () => {
    const rule = (name: string, on: 'ringing' | 'by-hand'): Settings['crmRules'][number] => ({
      ...{ name, on, when: {}, url: 'https://crm.example.com/', hosts: ['crm.example.com'] },
    })
    const menu = (...crmRules: Settings['crmRules']) =>
      tray({
        ...{ watch: live(known()), missed: [], alertsPausedUntil: null, demo: false, queues: NO_QUEUES },
        ...{ recordings: {}, settings: { ...DEFAULT_SETTINGS, crmRules }, words: en },
      }).menu
    const opens = (items: readonly TrayItem[]) =>
      entries(items).flatMap((action) => (action?.do === 'open-page' ? [action.rule] : []))
    expect(opens(menu())).toEqual([])
    expect(opens(menu(rule('Card', 'ringing')))).toEqual(['Card'])
    const several = menu(rule('Card', 'ringing'), rule('Orders', 'by-hand'))
    expect(opens(several)).toEqual(['Orders', 'Card'])
    expect(labels(several)).toContain('Open in CRM')
  })

  it('shows a ring before a call on hold, and lost contact before everything else', () => {
    const calls = [known({ ivrid: 'h', phase: 'held' }), known({ ivrid: 'r' })]
    expect(view(live(...calls)).icon).toBe('ringing')
    const muted = known({ ivrid: 'm', phase: 'held', recording: { state: 'muted', fileName: '' } })
    expect(view(live(muted, ...calls)).icon).toBe('ringing-muted')
    const stale: AgentState = {
      ...live(...calls),
      connection: { kind: 'stale', since: NOW, failure: { kind: 'unreachable', why: 'dns' } },
    }
    expect(view(stale).icon).toBe('disconnected')
    expect(view(stale).tooltip).toMatch(
      /^Ringside · not updating \d\d:\d\d · Ringing: 072-277-6772 · On hold: 072-277-6772$/,
    )
  })

  it('mutes or resumes the recording of each call that can be', () => {
    const calls = [
      known({ ivrid: 't', phase: 'talking' }),
      known({ ivrid: 'h', phase: 'held' }),
      known({ ivrid: 'r' }),
    ]
    const recordings = {
      'SIPSIP2/t': { toggle: 'unmute' },
      'SIPSIP2/h': { toggle: 'mute' },
      'SIPSIP2/r': { toggle: 'mute' },
    } as const
    const said = tray({
      ...{ missed: [], alertsPausedUntil: null, demo: false, queues: NO_QUEUES, settings: DEFAULT_SETTINGS },
      ...{ words: en, watch: live(...calls), recordings },
    })
    expect(entries(said.menu).filter((action) => action?.do === 'mute')).toEqual([
      { do: 'mute', call: 'SIPSIP2/t', muted: false },
      { do: 'mute', call: 'SIPSIP2/h', muted: true },
    ])
  })

  it('describes the icon in words', () => {
    expect(view(live()).tooltip).toBe('Ringside · no calls')
    expect(view(live(known())).tooltip).toBe('Ringside · Ringing: 072-277-6772')
    expect(view(live(), missed).tooltip).toBe('Ringside · no calls · 1 missed call')
    expect(
      view(live(known({ phase: 'talking', recording: { state: 'muted', fileName: '' } }))).tooltip,
    ).toContain('Recording muted')
  })

  it('shows the number of waiting callers, while it is known', () => {
    const queues: QueuesState = {
      connection: { kind: 'live' },
      queues: [salesQueue],
      unknown: [],
      lastGoodAt: NOW,
    }
    const input = {
      missed: [],
      alertsPausedUntil: null,
      demo: false,
      recordings: {},
      settings: DEFAULT_SETTINGS,
      words: en,
      now: NOW,
    }
    expect(tray({ ...input, watch: live(), queues }).tooltip).toBe('Ringside · no calls · 3 waiting')
    const failed: QueuesState = { ...queues, connection: { kind: 'refused', since: NOW, why: 'code' } }
    expect(tray({ ...input, watch: live(), queues: failed }).tooltip).toBe('Ringside · no calls')
  })

  it('lists the calls with what can be copied from each', () => {
    expect(labels(view(live(known())).menu).slice(0, 6)).toEqual([
      'Ringing: 072-277-6772',
      'Open Ringside',
      'Copy number: \u2068072-277-6772\u2069',
      'Copy name: \u2068Sales line\u2069',
      'Copy call ID: \u2068a1\u2069',
      'Copy card',
    ])
  })

  it('says that the keychain is waited for, in tooltip and menu', () => {
    const waiting: AgentState = { ...live(), connection: { kind: 'paused', why: 'no-account' } }
    const input = { watch: waiting, missed: [], alertsPausedUntil: null, demo: false, queues: NO_QUEUES }
    const rest = { recordings: {}, settings: DEFAULT_SETTINGS, words: en }
    const inTray = tray({ ...input, ...rest, notes: ['keychain-waits'] })
    expect(inTray.tooltip).toBe('Ringside · not connected · Waiting for the keychain')
    expect(inTray.menu).toContainEqual({ kind: 'entry', label: 'Waiting for the keychain', action: null })
  })

  it('reports problems of Ringside itself, in tooltip and menu', () => {
    const input = { watch: live(), missed: [], alertsPausedUntil: null, demo: false, queues: NO_QUEUES }
    const rest = { recordings: {}, settings: DEFAULT_SETTINGS, words: en }
    const shown = tray({ ...input, ...rest, notes: ['window-failed', 'watch-stopped'] })
    for (const words of [en.stay.windowFailed, en.stay.watchStopped]) {
      expect(shown.tooltip).toContain(words)
      expect(labels(shown.menu).filter((label) => label.includes(words))).toHaveLength(1)
    }
  })

  it('offers the pause, and its end while it lasts', () => {
    expect(labels(view(live()).menu)).toContain('For 15 minutes')
    expect(labels(view(live(), [], NOW + 60_000).menu).join()).toMatch(
      /Resume alerts \(Alerts paused until \d\d:\d\d\)/,
    )
  })
})

describe.each(LANGUAGES)('the tooltip of a busy minute, in %s', (language) => {
  const SHOWN_ON_WINDOWS = 127 // UTF-16 units; the rest is cut off
  const muted = { recording: { state: 'muted', fileName: '' } } as const
  const { tooltip } = tray({
    watch: live(
      known({ ...muted, ivrid: 'h', phase: 'held', answered: true, phone: readPhone('+442079460958', 'IL') }),
      known({ ...muted, ivrid: 'r', phone: readPhone('0521234567', 'IL') }),
    ),
    missed,
    alertsPausedUntil: NOW + 900_000,
    demo: false,
    queues: { ...NO_QUEUES, connection: { kind: 'live' }, queues: [salesQueue] },
    recordings: {},
    settings: { ...DEFAULT_SETTINGS, numberFormat: 'international' },
    words: wordsFor(language, []),
  })

  it('names the ringing caller in what Windows shows', () => {
    expect(tooltip.slice(0, SHOWN_ON_WINDOWS)).toContain('+972 52 123 4567')
  })

  // From reports of tray tooltips that Windows cuts off in the middle.
  it('is no longer than Windows shows', () => {
    expect(tooltip.length).toBeLessThanOrEqual(SHOWN_ON_WINDOWS)
  })

  const phase = fc.constantFrom('ringing', 'talking', 'held', 'dialing', 'other')
  const received = fc.constantFrom(
    '0521234567',
    '+442079460958',
    '*5287',
    '',
    'Dana Levi',
    'ד'.repeat(64),
    '1'.repeat(64),
    'Konstantinos '.repeat(9),
    '👩‍👩‍👧'.repeat(15),
  )
  const state = fc.record({
    calls: fc.array(
      fc.record({ phase, received, muted: fc.boolean(), word: fc.string({ maxLength: 120 }) }),
      {
        maxLength: 8,
      },
    ),
    connection: fc.constantFrom<AgentState['connection']>(
      { kind: 'live' },
      { kind: 'stale', since: NOW, failure: { kind: 'unreachable', why: 'dns' } },
      { kind: 'refused', since: NOW, why: 'code' },
    ),
    waiting: fc.constantFrom(0, 1, 100_000),
    demo: fc.boolean(),
    privacy: fc.boolean(),
    paused: fc.boolean(),
    notes: fc.subarray(['window-failed', 'watch-stopped', 'keychain-waits'] as const),
    numberFormat: fc.constantFrom('national', 'international', 'received'),
  })

  it('shows who is calling even if name and company are too long for it', () => {
    const call = known()
    const named = {
      name: 'Konstantinos '.repeat(9).trim(),
      company: 'B'.repeat(100),
      source: 'own',
      ...{ matches: null, hasPage: false },
    } as const
    const { tooltip } = tray({
      ...{
        watch: live(call),
        missed,
        alertsPausedUntil: null,
        demo: false,
        queues: NO_QUEUES,
        recordings: {},
      },
      ...{ settings: DEFAULT_SETTINGS, words: wordsFor(language, []), now: NOW },
      callers: { [call.key]: named },
    })
    expect(tooltip.length).toBeLessThanOrEqual(SHOWN_ON_WINDOWS)
    expect(tooltip).toContain('Konstantinos Konstantinos')
    expect(tooltip.match(/\u2068/g)?.length).toBe(tooltip.match(/\u2069/g)?.length)
  })

  it('shows the most urgent part first, and complete unless it is long, whatever else there is', () => {
    const words = wordsFor(language, [])
    fc.assert(
      fc.property(state, ({ calls, connection, waiting, demo, privacy, paused, notes, numberFormat }) => {
        const all = calls.map(({ phase, received, muted, word }, index) =>
          known({
            ...{ ivrid: `c${index}`, phase, statusWord: word, phone: readPhone(received, 'IL') },
            recording: { state: muted ? 'muted' : 'recorded', fileName: '' },
          }),
        )
        const settings: Settings = { ...DEFAULT_SETTINGS, privacy, numberFormat }
        const { tooltip } = tray({
          ...{
            watch: { ...live(...all), connection },
            missed,
            demo,
            recordings: {},
            settings,
            words,
            now: NOW,
          },
          ...{ alertsPausedUntil: paused ? NOW + 900_000 : null, notes },
          queues: { ...NO_QUEUES, connection: { kind: 'live' }, queues: [{ ...salesQueue, waiting }] },
        })
        expect(tooltip.length).toBeLessThanOrEqual(SHOWN_ON_WINDOWS)
        expect(tooltip.isWellFormed()).toBe(true)
        expect(tooltip.match(/[\u2066-\u2068]/g)?.length).toBe(tooltip.match(/\u2069/g)?.length)
        const [ringing] = all.filter((call) => call.phase === 'ringing')
        const parts = tooltip.split(' · ')
        const at = connection.kind === 'live' ? 1 : 2
        if (ringing === undefined) return
        const whole = `${words.call.phase('ringing', '')}: ${callerText(ringing.phone, settings, words)}`
        const [shown = ''] = (parts[at] ?? '').split('…')
        expect(whole.startsWith(shown)).toBe(true)
        expect(shown.length).toBeGreaterThanOrEqual(Math.min(whole.length, 40))
        if (whole.length <= 60) expect(parts[at]).toBe(whole)
      }),
    )
  })
})
