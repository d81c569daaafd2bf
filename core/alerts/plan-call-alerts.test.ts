import { describe, expect, it } from 'vitest'
import type { Call, CallEvent } from '../domain.ts'
import { updateCall } from '../session/update-call.ts'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.ts'
import { initialBelief } from '../clock/api-clock.ts'
import { seenCall } from '../testing/seen.ts'
import { en } from '../words/en.ts'
import { planCallAlerts, type CallAlertInput } from './plan-call-alerts.ts'

const NOW = 1_790_000_000_000
const known = (change: Parameters<typeof seenCall>[0] = {}): Call =>
  updateCall(undefined, seenCall(change), NOW, initialBelief('UTC', NOW))

interface Given {
  events?: readonly CallEvent[]
  blind?: { readonly from: number; readonly to: number }
  calls?: readonly Call[]
  shown?: ReadonlyMap<string, string>
  settings?: Partial<Settings>
  pausedUntil?: number | null
  alerted?: readonly string[]
  stories?: CallAlertInput['stories']
}

const plan = ({
  events = [],
  blind,
  calls = [],
  shown = new Map(),
  settings = {},
  pausedUntil = null,
  alerted = [],
  stories = {},
}: Given) =>
  planCallAlerts({
    events,
    blind,
    stories,
    calls,
    shown,
    alerted: (call) => alerted.includes(call),
    settings: { ...DEFAULT_SETTINGS, ...settings },
    pausedUntil,
    now: NOW,
    words: en,
  })

const ringing = (call: Call): CallEvent => ({ type: 'ringing', at: NOW, call })
const missed = (call: Call): CallEvent => ({
  type: 'ended',
  at: NOW + 15_000,
  call,
  outcome: 'missed',
  talkSeconds: 0,
})

describe('planCallAlerts', () => {
  describe('of a caller who called before', () => {
    const call = known()
    const last = {
      at: NOW,
      agent: 'Yael',
      outcome: 'completed',
      talkSeconds: 9,
      note: 'a quote',
      label: 'Order',
    } as const
    const stories = {
      [call.key]: {
        ...{ callsToday: 1, callsInWeek: 3, missedToday: 0, callsEver: 4, last },
        lastNote: { text: 'a quote', at: NOW },
        lastLabel: { text: 'Order', at: NOW },
      },
    }
    const bodyOf = (settings: Partial<Settings>): string => {
      const [command] = plan({ events: [ringing(call)], calls: [call], stories, settings })
      return command?.do === 'show' ? command.notification.body : ''
    }

    it('shows how often, and nothing that an agent wrote or said', () => {
      expect(bodyOf({})).toMatch(/ · 3rd call in 7 days$/)
      expect(bodyOf({})).not.toMatch(/quote|Order|Yael/)
    })

    it('shows none of it in privacy mode', () => {
      expect(bodyOf({ privacy: true })).not.toContain('7 days')
    })
  })

  it('shows who is calling, on which line, with the dialled number', () => {
    const call = known({ did: { kind: 'digits', received: '03-900-1234' } })
    expect(plan({ events: [ringing(call)], calls: [call] })).toEqual([
      {
        do: 'show',
        notification: {
          id: `ring-a1-${NOW}`,
          kind: 'ring',
          title: 'Ringing: 072-277-6772',
          body: '\u2068Sales line\u2069 · dialled 03-900-1234',
          call: 'SIPSIP2/a1',
          stays: true,
          silent: false,
          copyLabel: 'Copy number',
        },
      },
    ])
  })

  it('gives a second caller a separate alert, and leaves the first', () => {
    const [one, two] = [known({ ivrid: 'a' }), known({ ivrid: 'b' })]
    const commands = plan({
      events: [ringing(two)],
      calls: [one, two],
      shown: new Map([['ring-a', one.key]]),
    })
    expect(commands.map((command) => command.do)).toEqual(['show'])
  })

  it('withdraws the alert when the call is answered, ends, or is answered by a colleague', () => {
    const call = known()
    const shown = new Map([['ring-1', call.key]])
    expect(plan({ calls: [{ ...call, phase: 'talking' }], shown })).toEqual([
      { do: 'withdraw', id: 'ring-1' },
    ])
    expect(plan({ calls: [], shown })).toEqual([{ do: 'withdraw', id: 'ring-1' }])
    expect(plan({ calls: [call], shown })).toEqual([])
  })

  it('doesn’t alert again for a ring that an earlier session, or the program before a restart, alerted for', () => {
    const call = known()
    const shown = new Map([['ring-1', call.key]])
    expect(plan({ events: [ringing(call)], calls: [call], shown, alerted: [call.key] })).toEqual([])
  })

  it('replaces the alert when the same call rings again between two polls', () => {
    const call = known()
    const commands = plan({ events: [ringing(call)], calls: [call], shown: new Map([['old', call.key]]) })
    expect(commands.map((command) => command.do)).toEqual(['withdraw', 'show'])
  })

  it('reports a missed call quietly, with the same ring time as the list of missed calls', () => {
    const [command] = plan({ events: [missed(known())] })
    expect(command).toMatchObject({
      do: 'show',
      notification: { kind: 'missed', silent: true, stays: false, title: 'Missed call: 072-277-6772' },
    })
    expect(command?.do === 'show' && command.notification.body).toMatch(
      /^\u2068Sales line\u2069 · \d\d:\d\d, rang 15\u00a0s$/,
    )
  })

  it('doesn’t say how long it rang when it ended in a span without responses, and names that span', () => {
    const body = (to: number) => {
      const [command] = plan({ events: [missed(known())], blind: { from: NOW + 5_000, to: NOW + to } })
      return command?.do === 'show' ? command.notification.body : ''
    }
    expect(body(5_400_000)).toMatch(/^\u2068Sales line\u2069 · between \d\d:\d\d and \d\d:\d\d, end unknown$/)
    expect(body(6_000)).toMatch(/· \d\d:\d\d, end unknown$/)
  })

  it('shows nothing new while paused or switched off, and still withdraws', () => {
    const call = known()
    const events = [ringing(call), missed(known({ ivrid: 'z' }))]
    const shown = new Map([['old', 'SIPSIP2/gone']])
    const back = [{ do: 'withdraw', id: 'old' }]
    expect(plan({ events, calls: [call], shown, pausedUntil: NOW + 1 })).toEqual(back)
    expect(
      plan({ events, calls: [call], shown, settings: { alertOnRing: false, alertOnMissed: false } }),
    ).toEqual(back)
    expect(plan({ events, calls: [call], pausedUntil: NOW })).toHaveLength(2)
  })

  it('names a withheld caller, and offers no number to copy', () => {
    const call = known({ phone: { kind: 'withheld', received: '' }, name: '' })
    expect(plan({ events: [ringing(call)], calls: [call] })).toMatchObject([
      { notification: { title: 'Ringing: Withheld number', body: '', copyLabel: null } },
    ])
  })

  it('keeps ids within 64 characters, whatever the call id is', () => {
    const call = known({ ivrid: 'x'.repeat(500) })
    const [command] = plan({ events: [ringing(call)], calls: [call] })
    expect(command?.do === 'show' && command.notification.id.length).toBeLessThanOrEqual(64)
  })
})

describe('planCallAlerts in privacy mode', () => {
  it('says that a call is coming in and on which line, and nothing about the caller', () => {
    const call = known({ did: { kind: 'digits', received: '039001234' } })
    const [ring, gone] = [ringing(call), missed(call)].map(
      (event) => plan({ events: [event], calls: [call], settings: { privacy: true } })[0],
    )
    expect(ring).toMatchObject({ notification: { title: 'Incoming call', body: 'dialled …234' } })
    expect(gone).toMatchObject({ notification: { title: 'Missed call' } })
    expect(JSON.stringify([ring, gone])).not.toMatch(/Sales|277-|9001|900-1/)
  })
})
