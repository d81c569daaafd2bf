import type { TeamRow } from '../../../core/surroundings.ts'
import {
  aCall,
  aQueue,
  aState,
  aTeam,
  aTeamRow,
  NOW,
  PHONE,
  someQueues,
} from '../../../src/testing/samples.ts'
import type { Played, Scene } from '../scene.ts'
import { BRIGHTWATER, NOA } from './people.ts'

const sales = aQueue({
  waiting: 3,
  callers: [
    { callId: 'w1', phone: PHONE, joinedAt: NOW - 112_000 },
    { callId: 'w2', phone: NOA, joinedAt: NOW - 41_000 },
    { callId: 'w3', phone: { kind: 'withheld', received: '' }, joinedAt: NOW - 12_000 },
  ],
})
const support = aQueue({
  id: '12',
  name: 'תמיכה Support',
  waiting: 1,
  callers: [{ callId: 'w4', phone: BRIGHTWATER, joinedAt: NOW - 9_000 }],
  longestSince: NOW - 9_000,
  nextBreachAt: NOW + 111_000,
})
const late = aQueue({
  id: '13',
  name: 'Billing',
  longestSince: NOW - 190_000,
  breached: 1,
  nextBreachAt: null,
})

const quiet = ['Returns', 'Marketing', 'Night line', 'VIP', 'Orders', 'מכירות'].map((name, index) =>
  aQueue({ id: String(20 + index), name, waiting: 0, callers: [], longestSince: null, nextBreachAt: null }),
)

const colleague = (extension: string, person: string, row: Partial<TeamRow>): TeamRow =>
  aTeamRow(extension, { person, ...row })

const team = [
  colleague('SIPSIP3', 'Yael Mor', {
    phase: 'ringing',
    since: NOW - 4_000,
    calls: 1,
    caller: { phone: PHONE, name: 'Sales', direction: 'incoming' },
  }),
  colleague('SIPSIP4', 'Amir Katz', {
    phase: 'talking',
    since: NOW - 500_000,
    calls: 2,
    caller: { phone: BRIGHTWATER, name: 'Brightwater Ltd', direction: 'outgoing' },
  }),
  colleague('SIPSIP5', 'ליאור אזולאי', {
    phase: 'held',
    since: NOW - 123_000,
    calls: 1,
    caller: { phone: NOA, name: '', direction: 'incoming' },
  }),
  colleague('SIPSIP9', 'Rami Haddad', {
    phase: 'dialing',
    since: NOW - 6_000,
    calls: 1,
    caller: { phone: NOA, name: '', direction: 'outgoing' },
  }),
  colleague('SIPSIP6', 'Noa Cohen', {}),
  colleague('SIPSIP7', 'Tal Peretz', { status: { word: 'lunch', number: 3 } }),
  colleague('SIPSIP8', 'Gil Shani', { status: { word: 'logout', number: 2 }, onlineUserId: 0 }),
]

const failure = { kind: 'unreachable', why: 'timeout' } as const
const queues = (...of: Parameters<typeof someQueues>): Played => ({
  'state:read': () => aState({ calls: [] }, { queues: someQueues(...of) }),
})
const toTeam = [{ press: '[data-tab="team"]' }] as const
const toQueues = [{ press: '[data-tab="queues"]' }] as const
const wide = { wideView: true } as const

/** Queues and team. */
export const AROUND_SCENES: readonly Scene[] = [
  {
    name: 'queues',
    title: 'Waiting callers and their times',
    main: queues([sales, support]),
    settings: wide,
    steps: toQueues,
  },
  {
    name: 'queues-collapsed',
    title: 'A queue whose callers are not listed',
    main: queues([sales, support]),
    settings: { ...wide, collapsedQueues: ['11'] },
    steps: toQueues,
  },
  {
    name: 'queues-late',
    title: 'A queue above its threshold, an unknown queue, an outdated list',
    main: queues([late, sales], {
      connection: { kind: 'stale', since: NOW - 30_000, failure },
      unknown: ['99'],
      lastGoodAt: NOW - 30_000,
    }),
    steps: toQueues,
  },
  {
    name: 'queues-many',
    title: 'Many queues, searched for one',
    main: queues([sales, support, late, ...quiet]),
    steps: [...toQueues, { fill: 'main input', text: 'in' }],
  },
  { name: 'queues-empty', title: 'No waiting callers', main: queues([]), steps: toQueues },
  {
    name: 'team',
    title: 'Colleagues and their calls',
    main: { ...queues([sales, support]), 'team:read': () => aTeam(team) },
    settings: wide,
    steps: toTeam,
  },
  {
    name: 'team-opened',
    title: 'A colleague’s details, with an outdated list',
    main: {
      'state:read': () => aState({ calls: [aCall()] }),
      'team:read': () =>
        aTeam(team, {
          connection: { kind: 'stale', since: NOW - 40_000, failure },
          lastGoodAt: NOW - 40_000,
        }),
    },
    settings: wide,
    steps: [...toTeam, { press: '.colleague .turn' }],
  },
  {
    name: 'team-refused',
    title: 'The account refuses the list of all extensions',
    main: {
      'team:read': () =>
        aTeam([], { connection: { kind: 'refused', since: null, why: 'code' }, lastGoodAt: null }),
    },
    settings: wide,
    steps: toTeam,
  },
]
