import { aStoredCall, aMissedCall, aReport, aState, NOW } from '../../../src/testing/samples.ts'
import type { Played, Scene } from '../scene.ts'
import { BRIGHTWATER, NOA, WITHHELD } from './people.ts'

const calls = [
  aStoredCall({
    muted: true,
    note: 'asked for a quote',
    recordingFile: '20260302101400-SIPSIP2-0722776772.mp3',
    waited: { queue: 'Sales', seconds: 112 },
  }),
  aStoredCall({
    ivrid: 'k2',
    phone: NOA,
    name: 'נועה כהן',
    outcome: 'missed',
    answeredAt: null,
    talkSeconds: 0,
    ringSeconds: 14,
    seen: false,
    startedAt: NOW - 3_000_000,
  }),
  aStoredCall({
    ivrid: 'k3',
    phone: BRIGHTWATER,
    name: 'Brightwater Ltd',
    direction: 'outgoing',
    outcome: 'unanswered',
    answeredAt: null,
    talkSeconds: 0,
    startedAt: NOW - 4_000_000,
  }),
  aStoredCall({
    ivrid: 'k4',
    phone: WITHHELD,
    name: '',
    answeredBy: 'Yael Mor',
    answeredAt: null,
    talkSeconds: 0,
    startedAt: NOW - 90_000_000,
  }),
]

const main: Played = {
  'history:read': () => ({ calls, next: null }),
  'state:read': () => aState({}, { missed: [aMissedCall()] }),
}
const toHistory = { press: '[data-tab="history"]' } as const
const toReport = [toHistory, { press: '.menu [data-turn]' }, { press: '.menu .entry' }] as const

/** The history and the watching report. */
export const HISTORY_SCENES: readonly Scene[] = [
  { name: 'history', title: 'The history', main, steps: [toHistory] },
  {
    name: 'history-call',
    title: 'A call’s details, with timeline and note',
    main,
    steps: [toHistory, { press: '.history-item .turn' }],
  },
  {
    name: 'history-forget',
    title: 'The confirmation before deleting a caller',
    main,
    steps: [toHistory, { press: '.history-item .turn' }, { press: '[data-forget]' }],
  },
  {
    name: 'history-menu',
    title: 'The history’s menu, while calls can’t be saved',
    main: {
      ...main,
      'state:read': () => aState({}, { journalTrouble: { kind: 'memory', why: 'full' } }),
    },
    steps: [toHistory, { press: '.menu [data-turn]' }],
  },
  {
    name: 'history-exported',
    title: 'The history was exported',
    main,
    steps: [toHistory, { press: '.menu [data-turn]' }, { press: '.menu .entry + .entry' }],
  },
  { name: 'history-empty', title: 'An empty history', steps: [toHistory] },
  {
    name: 'history-nothing-found',
    title: 'A search without results',
    steps: [toHistory, { fill: 'input[type="search"]', text: '072' }, { see: '.empty .button' }],
  },
  {
    name: 'watching-report',
    title: 'The report of a day',
    main: {
      'report:read': () =>
        aReport({
          rings: 5,
          alerted: 3,
          outcomes: { shown: 3, off: 1 },
          blindSpots: [
            { from: NOW - 5_000_000, to: NOW - 4_800_000, why: 'asleep' },
            { from: NOW - 900_000, to: null, why: 'unreachable' },
          ],
        }),
    },
    steps: toReport,
  },
  {
    name: 'watching-report-empty',
    title: 'The report of a day without rings',
    main: { 'report:read': () => aReport({ rings: 0, alerted: 0, outcomes: {}, delays: null }) },
    steps: toReport,
  },
]
