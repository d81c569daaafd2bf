import type { StatusRequest } from '../../../core/agent-status/status-state.ts'
import type { StatusView } from '../../../core/agent-status/status-view.ts'
import type { AgentStatus } from '../../../core/domain.ts'
import { NAMED_STATUSES } from '../../../core/status-words.ts'
import { aCall, aState, NOW } from '../../../src/testing/samples.ts'
import type { Played, Scene } from '../scene.ts'

const offered = (request: StatusRequest = { kind: 'none' }, isInCall = false): StatusView => ({
  kind: 'offered',
  statuses: NAMED_STATUSES,
  request,
  isInCall,
})
const LOGIN: AgentStatus = { word: 'login', number: 1 }
const main = (status: StatusView, now = LOGIN, watch: Parameters<typeof aState>[0] = {}): Played => {
  const agent = { name: 'Dana Levi', extension: 'SIPSIP2', status: now, statusSince: NOW - 1_450_000 }
  return { 'state:read': () => aState({ agent, ...watch }, { status }) }
}
const talking = { calls: [aCall({ phase: 'talking', connected: true, answered: true })] }
const OPENER = 'header [aria-haspopup="menu"]'

/** The agent's status: the menu, the outcome of a change, and the confirmation before one. */
export const STATUS_SCENES: readonly Scene[] = [
  {
    name: 'status-menu',
    title: 'the status menu',
    main: main(offered()),
    steps: [{ press: OPENER }, { see: '[role="menuitemradio"]' }],
  },
  {
    name: 'status-menu-own-names',
    title: 'the status menu with the account’s own names',
    main: main(offered()),
    settings: {
      statusNames: {
        ...Object.fromEntries(NAMED_STATUSES.map((word) => [word, ''])),
        ...{ lunch: 'הפסקת צהריים', brief: 'Morning round', 'team-meeting': 'Daily' },
      } as Record<(typeof NAMED_STATUSES)[number], string>,
    },
    steps: [{ press: OPENER }, { see: '[role="menuitemradio"]' }],
  },
  {
    name: 'status-away',
    title: 'on a break',
    main: main(offered(), { word: 'lunch', number: 3 }),
  },
  {
    name: 'status-logged-out',
    title: 'logged out, and logging in',
    main: main(offered({ kind: 'asked', status: 'login', since: NOW }), { word: 'logout', number: 2 }),
  },
  {
    name: 'status-refused',
    title: 'a refused status',
    main: main(
      offered({
        kind: 'refused',
        status: 'team-meeting',
        at: NOW,
        why: { kind: 'not-set', why: 'in-use', code: '3/1' },
      }),
    ),
  },
  {
    name: 'status-unconfirmed',
    title: 'an unconfirmed status',
    main: main(
      offered({
        kind: 'unconfirmed',
        status: 'lunch',
        at: NOW,
        why: { kind: 'unreachable', why: 'timeout' },
      }),
    ),
  },
  {
    name: 'status-in-call',
    title: 'the confirmation before logging out during a call',
    main: main(offered({ kind: 'none' }, true), LOGIN, talking),
    steps: [
      { press: OPENER },
      { press: '[role="menuitemradio"][data-presence="out"]' },
      { see: '.status [role="group"]' },
    ],
  },
  {
    name: 'status-not-mine',
    title: 'someone else’s extension',
    main: main({ kind: 'unavailable', why: 'somebody-else' }),
  },
]
