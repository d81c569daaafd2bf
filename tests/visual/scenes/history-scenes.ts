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

const DAY_MS = 86_400_000

const log = { at: NOW - 120_000, unseen: false, recordingUrl: null, queue: '' }
const logged = [
  aStoredCall({
    ivrid: 'l1',
    phone: NOA,
    name: 'נועה כהן',
    logged: { ...log, unseen: true, recordingUrl: 'https://cpanel.voicenter.co.il/1', queue: 'Sales' },
  }),
  aStoredCall({
    ivrid: 'l2',
    phone: BRIGHTWATER,
    name: 'Brightwater Ltd',
    startedAt: NOW - 2_900_000,
    endSeen: false,
    logged: { ...log, polled: { outcome: 'unknown' } },
  }),
  aStoredCall({
    ivrid: 'l3',
    startedAt: NOW - 3_600_000,
    logged: { ...log, polled: { outcome: 'missed', talkSeconds: 0 } },
  }),
  aStoredCall({
    ivrid: 'l4',
    phone: WITHHELD,
    name: '',
    startedAt: NOW - 5_000_000,
    outcome: 'missed',
    answeredAt: null,
    talkSeconds: 0,
    logged: { ...log, unseen: true },
  }),
]
const filledIn: Played = { 'history:read': () => ({ calls: logged, next: null }) }

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
    name: 'history-not-deleted',
    title: 'A caller who could not be deleted',
    main: { ...main, 'history:forget': () => ({ kind: 'not-deleted' }) },
    steps: [
      toHistory,
      { press: '.history-item .turn' },
      { press: '[data-forget]' },
      { press: '.ask .danger' },
    ],
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
    steps: [toHistory, { press: '.menu [data-turn]' }, { press: '.menu .entry + .entry + .entry' }],
  },
  {
    name: 'history-filled-in',
    title: 'Calls that the call log added, completed and corrected',
    main: filledIn,
    steps: [toHistory],
  },
  {
    name: 'history-contradiction',
    title: 'A call about which the call log says something else than Ringside saw',
    main: filledIn,
    steps: [toHistory, { press: '[data-call="SIPSIP2/l3"] .turn' }, { press: '[data-call-log] p' }],
  },
  {
    name: 'history-from-log',
    title: 'A call from the call log, with a link to its recording',
    main: filledIn,
    steps: [toHistory, { press: '.history-item .turn' }],
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
    name: 'watching-report-coverage',
    title: 'How complete the history of each day is',
    main: {
      'report:read': () =>
        aReport({}, [
          { day: NOW - 2 * DAY_MS, seen: 41, filledIn: 0, open: 0, openSeconds: 0 },
          { day: NOW - DAY_MS, seen: 38, filledIn: 5, open: 0, openSeconds: 0 },
          { day: NOW, seen: 12, filledIn: 2, open: 1, openSeconds: 240 },
        ]),
    },
    steps: [...toReport, { press: '.spans .button + .button' }, { press: '.days' }],
  },
  {
    name: 'watching-report-empty',
    title: 'The report of a day without rings',
    main: { 'report:read': () => aReport({ rings: 0, alerted: 0, outcomes: {}, delays: null }) },
    steps: toReport,
  },
]
