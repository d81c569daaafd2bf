import type { Phone } from '../../../core/domain.ts'
import { aCall, aMissedCall, aState, aStoredCall, NOW } from '../../../src/testing/samples.ts'
import type { Played, Scene } from '../scene.ts'
import { aBusyDay } from './busy-day.ts'
import { NOA, BRIGHTWATER, WITHHELD } from './people.ts'

const story = {
  callsToday: 3,
  callsInWeek: 3,
  missedToday: 0,
  callsEver: 7,
  last: {
    at: NOW - 1_020_000,
    agent: 'Dana Levi',
    outcome: 'completed',
    talkSeconds: 184,
    note: 'asked for a quote',
    label: '',
  },
} as const

const ringing = aCall({ waited: { queue: 'Sales', seconds: 48 } })
const held = aCall({
  ivrid: 'held',
  phase: 'held',
  phone: NOA,
  name: 'Noa Cohen',
  did: null,
  answered: true,
  connected: true,
  startedAt: NOW - 200_000,
  answeredAt: NOW - 192_000,
  phaseSince: NOW - 92_000,
  mutedSince: NOW - 42_000,
  recording: { state: 'muted', fileName: '' },
})
const talking = aCall({
  ivrid: 'talking',
  phase: 'talking',
  phone: BRIGHTWATER,
  name: 'Brightwater Ltd',
  direction: 'outgoing',
  did: null,
  answered: true,
  connected: true,
  rangHere: false,
  startedAt: NOW - 780_000,
  answeredAt: NOW - 768_000,
  phaseSince: NOW - 768_000,
})
const hebrewName = aCall({
  ...talking,
  ivrid: 'hebrew',
  phone: ringing.phone,
  name: 'מוקד מכירות Sales',
  direction: 'incoming',
  did: ringing.did,
  answeredAt: NOW - 251_000,
  mutedSince: NOW - 65_000,
  recording: { state: 'muted', fileName: '' },
})

const recorded = { recording: 'recorded', ask: { kind: 'none' }, muted: null, toggle: 'mute' } as const
const copyTemplates = [
  { name: 'For the CRM', template: '{number} {name}', format: 'text', key: 'CommandOrControl+Shift+C' },
  { name: 'Everything', template: '{all}', format: 'json', key: null },
] as const

const missedOnes = {
  noa: aMissedCall({ ivrid: 'm1', phone: NOA, name: 'Noa Cohen' }),
  withheld: aMissedCall({
    ivrid: 'm2',
    phone: WITHHELD,
    name: '',
    startedAt: NOW - 1_740_000,
    endedAt: NOW - 1_726_000,
    endSeen: false,
    seen: true,
  }),
  brightwater: aMissedCall({
    ivrid: 'm3',
    phone: BRIGHTWATER,
    name: 'Brightwater Ltd',
    startedAt: NOW - 4_400_000,
    endedAt: NOW - 4_371_000,
    seen: true,
  }),
}
const missed = [missedOnes.noa, missedOnes.withheld]

const LONG: Phone = { kind: 'name', received: 'Konstantinos-Alexandros Papadimitriou (switchboard)' }

const calls = (watch: Parameters<typeof aState>[0], changes: Parameters<typeof aState>[1] = {}): Played => ({
  'state:read': () => aState(watch, changes),
})

/** The agent's own calls. */
export const CALLS_SCENES: readonly Scene[] = [
  { name: 'no-calls', title: 'No calls yet today', main: calls({}) },
  {
    name: 'day-so-far',
    title: 'No calls now, the day so far, and a missed call to return',
    main: {
      ...calls(
        {},
        {
          missed: [{ ...missedOnes.noa, seen: true }],
          dialling: { from: 'SIPSIP2', hangsUp: null, dial: null, hangUp: null },
        },
      ),
      'day:read': () => aBusyDay,
      'history:read': () => ({ calls: [aStoredCall({ note: 'asked for a quote' })], next: null }),
    },
  },
  {
    name: 'logged-out',
    title: 'No calls, nobody logged in',
    main: calls({
      agent: {
        name: 'Dana Levi',
        extension: 'SIPSIP2',
        status: { word: 'logout', number: 2 },
        statusSince: NOW,
      },
    }),
  },
  {
    name: 'ringing',
    title: 'A single ringing call',
    main: calls({ calls: [ringing] }, { missed, stories: { [ringing.key]: story } }),
  },
  {
    name: 'too-many',
    title: 'More calls and alerts than a phone can have',
    main: calls({ calls: [ringing], unfollowed: 970 }, { alertsWithheld: 12 }),
  },
  {
    name: 'ringing-and-held',
    title: 'One call ringing, one on hold with its recording muted',
    main: calls(
      { calls: [ringing, held] },
      {
        stories: { [ringing.key]: story },
        recordings: {
          [held.key]: {
            recording: 'muted',
            ask: { kind: 'none' },
            muted: { since: NOW - 42_000, by: 'here' },
            toggle: 'unmute',
          },
        },
      },
    ),
  },
  {
    name: 'talking',
    title: 'A recorded call, and earlier missed calls',
    main: calls({ calls: [talking] }, { missed, recordings: { [talking.key]: recorded } }),
    account: { outcomeLabels: ['Order taken', 'Call back', 'Complaint'], copyTemplates },
  },
  {
    name: 'mute-asked',
    title: 'A mute not confirmed yet',
    main: calls(
      { calls: [talking] },
      {
        recordings: {
          [talking.key]: {
            ...recorded,
            ask: { kind: 'asked', muted: true, since: NOW - 2_000 },
            toggle: 'unmute',
          },
        },
      },
    ),
  },
  {
    name: 'dialing',
    title: 'Dialing a withheld number and a long name',
    main: calls({
      calls: [
        aCall({ ivrid: 'd', phase: 'dialing', direction: 'outgoing', phone: LONG, name: '', did: null }),
        aCall({ ivrid: 'w', phone: WITHHELD, name: 'Support', transferredFrom: 'x' }),
      ],
    }),
  },
  {
    name: 'missed-done',
    title: 'Missed calls: one to do, with a note, one called back, and the day so far',
    main: {
      ...calls(
        {},
        {
          missed: [
            { ...missedOnes.noa, calledBack: NOW - 30_000, seen: true },
            { ...missedOnes.withheld, endSeen: true, logged: true },
            { ...missedOnes.brightwater, note: 'wants the quote by Monday' },
          ],
          dialling: { from: 'SIPSIP2', hangsUp: null, dial: null, hangUp: null },
        },
      ),
      'day:read': () => aBusyDay,
    },
    steps: [{ press: '[data-done="true"] .number' }],
  },
  {
    name: 'missed-note',
    title: 'A note on a missed call',
    main: calls({}, { missed: [missedOnes.brightwater, missedOnes.noa] }),
    steps: [{ press: '[data-note-turn]' }],
  },
  {
    name: 'missed-removed',
    title: 'A missed call was removed from the list, which can be undone',
    main: calls({}, { missed }),
    steps: [{ press: '[data-dismiss]' }],
  },
  {
    name: 'missed',
    title: 'Missed calls, alerts paused',
    main: calls({}, { missed, alertsPausedUntil: NOW + 900_000 }),
  },
  {
    name: 'stale',
    title: 'Connection lost during a call',
    main: calls({
      calls: [hebrewName],
      connection: { kind: 'stale', since: NOW - 14_000, failure: { kind: 'unreachable', why: 'network' } },
      lastGoodAt: NOW - 14_000,
    }),
  },
  {
    name: 'refused',
    title: 'This computer’s address is not on the account’s list',
    main: calls({
      connection: { kind: 'refused', since: NOW - 60_000, why: 'address' },
      lastGoodAt: NOW - 60_000,
    }),
  },
  {
    name: 'refused-code',
    title: 'The code is refused',
    main: calls({ connection: { kind: 'refused', since: null, why: 'code' }, lastGoodAt: null, agent: null }),
  },
  {
    name: 'unknown-extension',
    title: 'An unknown extension',
    main: calls({ connection: { kind: 'unknown-extension', since: null }, lastGoodAt: null, agent: null }),
  },
  {
    name: 'connecting',
    title: 'No response yet',
    main: calls({
      agent: null,
      lastGoodAt: null,
      connection: { kind: 'connecting', failure: { kind: 'unreachable', why: 'timeout' } },
    }),
  },
  {
    name: 'asleep',
    title: 'The computer was asleep',
    main: calls({ connection: { kind: 'paused', why: 'asleep' } }),
  },
  {
    name: 'demo-and-warnings',
    title: 'The demo, with the agent at another extension and two warnings',
    main: calls(
      { calls: [ringing] },
      {
        demo: true,
        journalTrouble: { kind: 'memory', why: 'full' },
        location: { kind: 'at', extension: 'SIPSIP7', since: NOW - 60_000 },
        warnings: [
          { kind: 'somebody-else', extension: 'SIPSIP7', name: 'Yael Mor' },
          { kind: 'rings-while-away', status: { word: 'lunch', number: 3 } },
        ],
      },
    ),
    settings: { wideView: true, watch: { kind: 'person', userId: 7 } },
  },
]
