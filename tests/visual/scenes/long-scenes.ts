import type { Phone } from '../../../core/domain.ts'
import {
  aCall,
  aStoredCall,
  aMissedCall,
  aQueue,
  aState,
  aTeam,
  aTeamRow,
  NOW,
  someQueues,
} from '../../../src/testing/samples.ts'
import type { Scene } from '../scene.ts'
import { BRIGHTWATER } from './people.ts'

export const LONG_NAME =
  'Alexandra Featherstonehaugh-Cholmondeley of Brightwater and Partners (Northern Europe) Limited'

/** The longest possible numbers, in their groups. */
const ABROAD: Phone = {
  kind: 'number',
  received: '0049152212345678',
  national: '+49 1522 1234 5678',
  international: '+49 1522 1234 5678',
  e164: '+49152212345678',
}
const NAMED: Phone = { kind: 'name', received: LONG_NAME }

const calls = [
  aCall({ phone: ABROAD, did: BRIGHTWATER, name: LONG_NAME, waited: { queue: 'Sales', seconds: 48 } }),
  aCall({ ivrid: 'named', phone: NAMED, did: null, name: 'Noa Cohen' }),
]
const missed = [
  aMissedCall({ phone: ABROAD, name: LONG_NAME }),
  aMissedCall({ ivrid: 'named', phone: NAMED, name: '' }),
]
const kept = [
  aStoredCall({ phone: ABROAD, did: BRIGHTWATER, name: LONG_NAME, note: LONG_NAME }),
  aStoredCall({ ivrid: 'kept2', rowId: 2, phone: NAMED, name: '' }),
]

/** Long names, and foreign numbers. */
export const LONG_SCENES: readonly Scene[] = [
  {
    name: 'long-calls',
    title: 'Calls from abroad, with long names',
    main: { 'state:read': () => aState({ calls }) },
  },
  {
    name: 'long-missed',
    title: 'Missed calls from abroad, with long names',
    main: { 'state:read': () => aState({}, { missed }) },
  },
  {
    name: 'long-history',
    title: 'Stored calls from abroad, with long names',
    main: { 'history:read': () => ({ calls: kept, next: null }) },
    steps: [{ press: '[data-tab="history"]' }, { press: '.history-item .turn' }, { see: '.facts' }],
  },
  {
    name: 'long-team',
    title: 'Colleagues with long names, and callers from abroad',
    settings: { wideView: true },
    main: {
      'team:read': () =>
        aTeam([
          aTeamRow('SIPSIP3', {
            person: LONG_NAME,
            phase: 'talking',
            calls: 1,
            caller: { phone: ABROAD, name: LONG_NAME, direction: 'incoming' },
          }),
          aTeamRow('SIPSIP4', {
            person: 'ליאור אזולאי',
            phase: 'talking',
            calls: 1,
            caller: { phone: NAMED, name: '', direction: 'incoming' },
          }),
        ]),
    },
    steps: [{ press: '[data-tab="team"]' }],
  },
  {
    name: 'long-queue',
    title: 'A queue with callers from abroad',
    main: {
      'state:read': () =>
        aState(
          {},
          {
            queues: someQueues([
              aQueue({
                callers: [
                  { callId: 'w1', phone: ABROAD, joinedAt: NOW - 112_000 },
                  { callId: 'w2', phone: NAMED, joinedAt: NOW - 41_000 },
                ],
              }),
            ]),
          },
        ),
    },
    steps: [{ press: '[data-tab="queues"]' }],
  },
]
