import { describe, expect, it } from 'vitest'
import type { Phone } from '../../../core/domain.ts'
import type { TeamRow } from '../../../core/surroundings.ts'
import { NOTHING_KNOWN } from '../../../core/session/reduce.ts'
import { en } from '../../../core/words/en.ts'
import { initialState } from '../companion/window-state.ts'
import { EMPTY_SURROUNDINGS } from '../session/current-session.ts'
import { sampleCall } from '../testing/sample-call.ts'
import { createWindowMask } from './window-mask.ts'

const NOA: Phone = { kind: 'name', received: 'Noa Cohen' }
const call = sampleCall({
  name: 'Brightwater',
  customData: { customer: '0722776772' },
  recording: { state: 'recorded', fileName: '0722776772.wav' },
})
const stored = {
  key: call.key,
  extension: call.extension,
  ivrid: call.ivrid,
  phone: call.phone,
  name: call.name,
  did: call.did,
  direction: call.direction,
  startedAt: 0,
  answeredAt: null,
  transferredFrom: null,
  rowId: 1,
  agent: 'Dana Levi',
  answeredBy: 'Yael Mor',
  transferredBy: 'Yael Mor',
  transferredTo: 'Noa Cohen',
  endedAt: 1,
  endSeen: true,
  outcome: 'completed',
  talkSeconds: 1,
  holdSeconds: 0,
  ringSeconds: 1,
  unseenAnswer: false,
  muted: false,
  recordingFile: '0722776772.wav',
  waited: { queue: 'Sales', seconds: 112 },
  customData: { customer: '0722776772' },
  note: 'Noa Cohen, 0722776772',
  label: 'Callback',
  logged: {
    at: 2,
    unseen: false,
    recordingUrl: 'https://cpanel.voicenter.co.il/0722776772',
    queue: 'Sales',
    polled: { talkSeconds: 2, answeredBy: 'Noa Cohen' },
  },
  seen: true,
  parts: [],
} as const
const row: TeamRow = {
  extension: 'SIPSIP7',
  person: 'Yael Mor',
  onlineUserId: 1,
  status: { word: 'login', number: 1 },
  statusSince: 0,
  phase: 'talking',
  since: 0,
  caller: { phone: call.phone, name: 'Brightwater', direction: 'incoming' },
  calls: 1,
}
const last = {
  at: 0,
  agent: 'Dana Levi',
  outcome: 'completed',
  talkSeconds: 1,
  note: 'Noa Cohen',
  label: 'Callback',
} as const
const story = {
  callsToday: 1,
  callsInWeek: 1,
  missedToday: 0,
  callsEver: 1,
  last,
  lastNote: { text: 'Noa Cohen', at: 0 },
  lastLabel: { text: 'Callback', at: 0 },
}
const state: Parameters<ReturnType<typeof createWindowMask>['state']>[0] = {
  ...initialState({ state: () => NOTHING_KNOWN, surroundings: () => EMPTY_SURROUNDINGS }),
  watch: {
    ...NOTHING_KNOWN,
    agent: { name: 'Dana Levi', extension: 'SIPSIP2', status: { word: 'login', number: 1 }, statusSince: 0 },
    calls: [call, sampleCall({ key: 'SIPSIP2/2', phone: NOA })],
  },
  missed: [{ ...call, endedAt: 1, seen: false, endSeen: false, note: 'Noa Cohen', logged: true }],
  stories: { 'SIPSIP2/1': story },
  callNotes: { 'SIPSIP2/1': { note: 'Noa Cohen', label: 'Callback' } },
  queues: {
    connection: { kind: 'live' },
    queues: [
      {
        id: '11',
        name: 'Sales',
        waiting: 1,
        callers: [{ callId: 'w', phone: call.phone, joinedAt: 0 }],
        longestSince: 0,
        thresholdSeconds: 60,
        breached: 0,
        nextBreachAt: null,
      },
    ],
    unknown: [],
    lastGoodAt: 0,
  },
  location: { kind: 'fixed', extension: 'SIPSIP2' },
  warnings: [{ kind: 'somebody-else', extension: 'SIPSIP2', name: 'Yael Mor' }],
  dialling: {
    ...{ from: 'SIPSIP2', hangsUp: null, hangUp: null },
    dial: {
      ...{ id: 'd', stage: 'confirming', reached: null, extension: 'SIPSIP2', why: null, since: 0 },
      ...{ phone: NOA, name: 'Noa Cohen', target: '972501234567' },
    },
  },
  recordingWarnings: [
    {
      id: 1,
      kind: 'muted-too-long',
      since: 0,
      call: 'SIPSIP2/1',
      phone: NOA,
      at: 0,
      remedy: { do: 'acknowledge' },
    },
  ],
}

const SECRET =
  /722776772|72-277|72 277|039001234|900-1234|900 1234|Noa|Cohen|Brightwater|Dana|Levi|Yael|Mor\b/

describe('what the window receives in privacy mode', () => {
  const mask = createWindowMask({ isOn: () => true, words: () => en })

  it('contains no number, name or note, in any field', () => {
    const masked = [
      mask.state(state),
      mask.history({ filter: 'all', limit: 9 }, () => ({ calls: [stored], next: null })),
      mask.team({ revision: 1, connection: { kind: 'live' }, rows: [row], lastGoodAt: 0 }),
      mask.news({ revision: 1, connection: { kind: 'live' }, changed: [row], gone: [], lastGoodAt: 0 }),
    ]
    for (const one of masked) expect(JSON.stringify(one)).not.toMatch(SECRET)
    expect(JSON.stringify([state, stored, row])).toMatch(SECRET)
  })

  it.each(['Noa Cohen', '0722776772', '6772', 'Brightwater', '2026-ivrid', '#', ' x '])(
    'responds to a search for %s with no matches: a match would reveal a caller',
    (text) => {
      const request = { text, filter: 'all', limit: 9 } as const
      expect(mask.history(request, () => ({ calls: [stored], next: 5 }))).toEqual({ calls: [], next: null })
      expect(
        mask.history({ ...request, filter: 'missed' }, () => ({ calls: [stored], next: 5 })).calls,
      ).toEqual([])
    },
  )

  it('shows the history without a search', () => {
    for (const text of ['', '  ']) {
      const page = { calls: [stored], next: 5 }
      expect(mask.history({ text, filter: 'missed', limit: 9 }, () => page)).toMatchObject({
        calls: [{ key: stored.key }],
        next: 5,
      })
    }
  })

  it('says neither who nor how many customers match, as on a card', () => {
    const crm = { name: 'Dana Levi', company: 'Brightwater', matches: 3, url: 'https://crm.example/c/17' }
    const page = { calls: [{ ...stored, crm }], next: null }
    expect(mask.history({ filter: 'all', limit: 9 }, () => page).calls[0]?.crm).toEqual({
      ...{ name: '', company: '', matches: null, url: '' },
    })
  })

  it('still distinguishes calls: by their keys, lines, queues and labels', () => {
    const masked = mask.state(state)
    expect(masked.watch.calls.map(({ key }) => key)).toEqual(['SIPSIP2/1', 'SIPSIP2/2'])
    expect(masked.watch.calls[0]?.did).toEqual({ kind: 'digits', received: '…234' })
    expect(masked.watch.calls[1]?.phone).toEqual({ kind: 'name', received: 'Name hidden' })
    expect(masked.queues.queues[0]?.name).toBe('Sales')
    expect(masked.callNotes['SIPSIP2/1']?.label).toBe('Callback')
  })

  it('omits other agents, so that they are not mistaken for the one who is logged in', () => {
    const other = { ...state, stories: { a: { ...story, last: { ...last, agent: 'Yael Mor' } } } }
    expect(mask.state(other).stories['a']?.last?.agent).toBe('')
    expect(mask.state(state).stories['SIPSIP2/1']?.last?.agent).toBe(mask.state(state).watch.agent?.name)
  })

  it('is complete when privacy is off', () => {
    const off = createWindowMask({ isOn: () => false, words: () => en })
    expect(off.state(state)).toBe(state)
  })
})
