import type { Call } from '../../../core/domain.ts'
import { aCall, NOW } from '../../../src/testing/samples.ts'
import type { Scene } from '../scene.ts'
import { WITHHELD } from './people.ts'

const second = aCall({
  ivrid: 'id2',
  phone: WITHHELD,
  name: 'תמיכה טכנית',
  startedAt: NOW - 2000,
  phaseSince: NOW - 2000,
})

const shows = (calls: readonly Call[]): Pick<Scene, 'page' | 'main' | 'steps'> => ({
  page: 'popup',
  main: { 'popup:read': () => ({ revision: 1, calls, callers: {}, speaks: true }) },
  steps: [{ see: 'article[data-armed="true"]' }],
})

/** The ring popup, after its buttons become active. */
export const POPUP_SCENES: readonly Scene[] = [
  { name: 'popup', title: 'Ring popup: one call', ...shows([aCall()]) },
  { name: 'popup-stacked', title: 'Ring popup: two calls', ...shows([aCall(), second]) },
  { name: 'popup-privacy', title: 'Ring popup: privacy', settings: { privacy: true }, ...shows([aCall()]) },
]
