import { copyWith } from '../../../core/templates/copy-with.ts'
import { defaultCopyTemplates } from '../../../core/templates/default-copy-templates.ts'
import { parseTemplate } from '../../../core/templates/parse-template.ts'
import { sampleCall } from '../../../core/templates/sample-call.ts'
import { en } from '../../../core/words/en.ts'
import { aCall, aStoredCall, aState, NOW } from '../../../src/testing/samples.ts'
import type { Scene } from '../scene.ts'

const copyTemplates = defaultCopyTemplates(en)
const account = { copyTemplates, outcomeLabels: en.outcomes.labels }
const style = { words: en, numberFormat: 'national' } as const
const preview: Scene['main'] = {
  'template:preview': ({ template, format }) => ({
    errors: parseTemplate(template).errors,
    result: copyWith({ name: '', key: null, template, format }, sampleCall(NOW), style),
    sample: false,
  }),
}
const last = {
  at: NOW - 1_020_000,
  agent: 'Dana Levi',
  outcome: 'completed',
  talkSeconds: 184,
  note: '',
  label: '',
} as const
const story = {
  callsToday: 3,
  callsInWeek: 3,
  missedToday: 0,
  callsEver: 7,
  last,
  lastNote: { text: 'asked for a quote', at: last.at },
  lastLabel: { text: 'Callback', at: last.at },
}
const ringing = aCall()
const talking = aCall({
  ivrid: 'talking',
  phase: 'talking',
  answered: true,
  connected: true,
  answeredAt: NOW - 71_000,
  phaseSince: NOW - 71_000,
})

const editing = (index: number) =>
  [
    { press: '.header [data-turn]' },
    { press: `[data-settings=templates] .item:nth-child(${index}) .turn` },
  ] as const
const area = '[data-settings=templates] textarea'

/** Copy templates, notes and labels. */
export const TEMPLATE_SCENES: readonly Scene[] = [
  {
    name: 'template-editor',
    title: 'A copy template with its result',
    account,
    main: preview,
    steps: editing(2),
  },
  {
    name: 'template-error',
    title: 'A copy template with an error',
    account,
    main: preview,
    steps: [
      ...editing(1),
      { fill: area, text: 'Name: {name}\nCall {fone|e164} back' },
      { see: '[aria-invalid="true"]' },
    ],
  },
  {
    name: 'copy-menu',
    title: 'The copy menu of a call, and the last note',
    account,
    main: { 'state:read': () => aState({ calls: [ringing] }, { stories: { [ringing.key]: story } }) },
    steps: [{ press: '[aria-haspopup=menu]' }],
  },
  {
    name: 'note-and-label',
    title: 'Note and label on the card of a call',
    account,
    main: {
      'state:read': () =>
        aState(
          { calls: [talking] },
          {
            stories: { [talking.key]: story },
            callNotes: { [talking.key]: { note: 'wants the quote by Monday', label: 'Callback' } },
          },
        ),
    },
  },
  {
    name: 'note-not-saved-yet',
    title: 'A note while the disk is full',
    account,
    main: {
      'state:read': () => aState({ calls: [talking] }, { journalTrouble: { kind: 'memory', why: 'full' } }),
    },
    steps: [
      { fill: 'article textarea', text: 'wants the quote by Monday' },
      { see: '.said[data-state="held"]' },
    ],
  },
  {
    name: 'history-note-and-label',
    title: 'Note and label of a stored call',
    account,
    main: {
      'history:read': () => ({
        calls: [
          aStoredCall({ note: 'asked for a quote', label: 'Callback' }),
          aStoredCall({ ivrid: 'k2', startedAt: NOW - 4_000_000, label: 'Solved' }),
        ],
        next: null,
      }),
    },
    steps: [{ press: '[data-tab="history"]' }, { press: '.history-item .turn' }],
  },
]
