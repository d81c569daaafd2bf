import type { PopupView } from '../../../core/ipc/popup-view.ts'
import type { CrmRule } from '../../../core/crm/crm-rule.ts'
import type { CallerStory } from '../../../core/history/caller-story.ts'
import type { Call } from '../../../core/domain.ts'
import { aCall, aPopupView, NOW } from '../../../src/testing/samples.ts'
import type { Scene } from '../scene.ts'
import { WITHHELD } from './people.ts'

const second = aCall({
  ivrid: 'id2',
  phone: WITHHELD,
  name: 'תמיכה טכנית',
  startedAt: NOW - 2000,
  phaseSince: NOW - 2000,
})

const shows = (
  calls: readonly Call[],
  more: Partial<PopupView> = {},
): Pick<Scene, 'page' | 'main' | 'steps'> => ({
  page: 'popup',
  main: { 'popup:read': () => aPopupView({ calls, ...more }) },
  steps: [{ see: 'article[data-armed="true"]' }],
})

const ringing = aCall()
const at = NOW - 90_000_000
const story: CallerStory = {
  callsToday: 1,
  callsInWeek: 3,
  missedToday: 0,
  callsEver: 4,
  last: {
    at,
    agent: 'Dana Levi',
    outcome: 'completed',
    talkSeconds: 184,
    note: 'asked for a quote',
    label: 'Order',
  },
  lastNote: { text: 'asked for a quote', at },
  lastLabel: { text: 'Order', at },
}
const stories = { [ringing.key]: story }
const callNotes = { [ringing.key]: { note: 'wants the same for the new office', label: '' } }
const rule: CrmRule = {
  name: 'Customer card',
  on: 'by-hand',
  when: {},
  url: 'https://crm.example.com/',
  hosts: ['crm.example.com'],
}
const note = { call: ringing.key, ended: false, held: false }
const ended = { ...note, ended: true }

/** The ring popup, after its buttons become active. */
export const POPUP_SCENES: readonly Scene[] = [
  { name: 'popup', title: 'Ring popup: one call', ...shows([ringing]) },
  { name: 'popup-stacked', title: 'Ring popup: two calls', ...shows([ringing, second]) },
  { name: 'popup-privacy', title: 'Ring popup: privacy', settings: { privacy: true }, ...shows([ringing]) },
  {
    name: 'popup-story',
    title: 'Ring popup: a caller who called before',
    settings: { crmRules: [rule] },
    ...shows([ringing], { stories }),
  },
  {
    name: 'popup-note',
    title: 'Ring popup: a note, while the call is answered',
    settings: { crmRules: [rule] },
    ...shows([{ ...ringing, phase: 'talking', connected: true, answeredAt: NOW - 3000 }], {
      ...{ stories, callNotes, note },
    }),
  },
  {
    name: 'popup-note-ended',
    title: 'Ring popup: a note, after the call',
    ...shows([ringing], { callNotes, note: ended }),
  },
]
