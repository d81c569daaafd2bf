import type { KnownCaller } from '../../../core/callers/known-caller.ts'
import { aCall, aMissedCall, aPopupView, aState, aStoredCall, NOW } from '../../../src/testing/samples.ts'
import type { Scene } from '../scene.ts'
import { NOA } from './people.ts'

const dana: KnownCaller = {
  ...{ name: 'Dana Levi', company: 'Brightwater', source: 'crm', matches: 1, hasPage: true },
}
const maya: KnownCaller = {
  ...{ name: 'מאיה ברנשטיין־אלון', company: 'אופק הנדסה', source: 'crm', matches: 1, hasPage: false },
}
const several: KnownCaller = { name: '', company: '', source: 'crm', matches: 3, hasPage: true }
const ringing = aCall({ name: '' })
const talking = aCall({
  ...{ ivrid: 'talking', phase: 'talking', phone: NOA, name: '', answered: true, connected: true },
  ...{ startedAt: NOW - 200_000, answeredAt: NOW - 192_000, phaseSince: NOW - 192_000 },
})
const held = aCall({
  ...talking,
  key: 'SIPSIP2/held',
  ivrid: 'held',
  phase: 'held',
  name: 'Sales',
  phaseSince: NOW - 40_000,
})

const customer = ({ name, company, matches }: KnownCaller) => ({
  name,
  company,
  matches,
  url: 'https://crm.example/c/17',
})
const url = 'https://crm.example/popup'

/** Callers that the organisation's Popup Screen endpoint has named, or knows nothing of. */
export const NAMED_SCENES: readonly Scene[] = [
  {
    name: 'named-ringing',
    title: 'A ringing call whose caller is named',
    main: { 'state:read': () => aState({ calls: [ringing] }, { callers: { [ringing.key]: dana } }) },
  },
  {
    name: 'named-cards',
    title: 'Callers that are named, and one with several matches',
    main: {
      'state:read': () =>
        aState(
          { calls: [ringing, talking, held] },
          { callers: { [ringing.key]: dana, [talking.key]: maya, [held.key]: several } },
        ),
    },
  },
  {
    name: 'named-missed',
    title: 'A missed call whose caller is named',
    main: {
      'state:read': () =>
        aState(
          { calls: [] },
          { missed: [aMissedCall({ caller: { name: 'Dana Levi', company: 'Brightwater' } })] },
        ),
    },
  },
  {
    name: 'named-popup',
    title: 'Ring popup: a caller who is named',
    page: 'popup',
    main: {
      'popup:read': () => aPopupView({ calls: [ringing], callers: { [ringing.key]: dana } }),
    },
    steps: [{ see: 'article[data-armed="true"]' }],
  },
  {
    name: 'named-history',
    title: 'The history with named callers',
    main: {
      'history:read': () => ({
        calls: [
          aStoredCall({ crm: customer(dana) }),
          aStoredCall({ ivrid: 'k2', phone: NOA, crm: customer(maya), startedAt: NOW - 3_000_000 }),
        ],
        next: null,
      }),
    },
    steps: [{ press: '[data-tab="history"]' }, { press: '.history-item .turn' }],
  },
  {
    name: 'named-settings',
    title: 'The endpoint in the settings, tried by hand',
    settings: { popupScreenUrl: url, popupScreenHosts: ['app.crm.example'] },
    account: {
      popupScreen: {
        ...{ sent: 14, done: 14, answered: 12 },
        last: {
          ...{ at: NOW - 60_000, ms: 3_000 },
          trouble: { kind: 'unreachable', why: 'timeout' },
        },
      },
    },
    main: {
      'popup-screen:try': () => ({
        ...{ kind: 'done', sample: false, ms: 210 },
        outcome: {
          ...{ kind: 'read', caller: customer(dana) },
          problems: [{ what: 'page', why: 'host-not-listed' }],
        },
      }),
    },
    steps: [{ press: '.header [data-turn]' }, { press: '[data-group="popup-screen"] [data-try]' }],
  },
]
