import type { CallKey } from '../../../core/domain.ts'
import type { GuardWarning } from '../../../core/recording-guard/guard-state.ts'
import type { RecordingView } from '../../../core/recording-guard/guard-view.ts'
import { aCall, aRecording, aState, NOW } from '../../../src/testing/samples.ts'
import type { Scene } from '../scene.ts'
import { BRIGHTWATER, NOA } from './people.ts'

const muted = aCall({
  ivrid: 'muted',
  phase: 'talking',
  phone: NOA,
  name: 'Noa Cohen',
  answered: true,
  connected: true,
  startedAt: NOW - 200_000,
  answeredAt: NOW - 192_000,
  phaseSince: NOW - 192_000,
  mutedSince: NOW - 42_000,
  recording: { state: 'muted', fileName: '' },
})
const recorded = aCall({
  ...muted,
  ivrid: 'recorded',
  key: 'SIPSIP2/recorded',
  phone: BRIGHTWATER,
  name: 'Brightwater Ltd',
  mutedSince: null,
  recording: { state: 'recorded', fileName: '' },
})

const isMuted = aRecording({
  recording: 'muted',
  muted: { since: NOW - 42_000, by: 'here' },
  ask: { kind: 'confirmed', muted: true, at: NOW - 42_000 },
  toggle: 'unmute',
})

type Recordings = Readonly<Record<CallKey, RecordingView>>

const shows = (
  calls: readonly (typeof muted)[],
  recordings: Recordings,
  recordingWarnings: readonly GuardWarning[] = [],
): NonNullable<Scene['main']> => ({
  'state:read': () => aState({ calls }, { recordings, recordingWarnings }),
})

const about = (call: typeof muted, id: number) =>
  ({ id, call: call.key, phone: call.phone, at: NOW - 1_000 }) as const

const webPage = { kind: 'malformed', why: 'web-page' } as const

/** The recording guard: each state of a mute or resume request, and each warning. */
export const RECORDING_SCENES: readonly Scene[] = [
  {
    name: 'recording-muted',
    title: 'A recording muted here and confirmed, one muted by someone else',
    main: shows([muted, { ...muted, ivrid: 'b', key: 'SIPSIP2/b', phone: BRIGHTWATER, phase: 'held' }], {
      [muted.key]: isMuted,
      'SIPSIP2/b': {
        ...isMuted,
        ask: { kind: 'none' },
        muted: { since: NOW - 65_000, by: 'elsewhere' },
      },
    }),
  },
  {
    name: 'recording-asked',
    title: 'A requested mute, not confirmed yet',
    main: shows([recorded], {
      [recorded.key]: aRecording({
        ask: { kind: 'asked', muted: true, since: NOW - 1_000 },
        toggle: 'unmute',
      }),
    }),
  },
  {
    name: 'recording-refused',
    title: 'A mute refused because a web page responded',
    main: shows(
      [recorded],
      { [recorded.key]: aRecording({ ask: { kind: 'refused', muted: true, at: NOW, why: webPage } }) },
      [
        {
          ...about(recorded, 1),
          kind: 'refused',
          muted: true,
          why: webPage,
          remedy: { do: 'mute', call: recorded.key },
        },
      ],
    ),
  },
  {
    name: 'recording-unconfirmed',
    title: 'A mute reported as done that three responses contradict',
    main: shows(
      [recorded],
      { [recorded.key]: aRecording({ ask: { kind: 'unconfirmed', muted: true, at: NOW, why: null } }) },
      [
        {
          ...about(recorded, 1),
          kind: 'unconfirmed',
          muted: true,
          why: null,
          remedy: { do: 'mute', call: recorded.key },
        },
      ],
    ),
  },
  {
    name: 'recording-warnings',
    title: 'A recording muted for too long, and a new call that is recorded',
    main: shows(
      [recorded, { ...muted, phase: 'held', mutedSince: NOW - 160_000 }],
      {
        [muted.key]: { ...isMuted, muted: { since: NOW - 160_000, by: 'here' } },
        [recorded.key]: aRecording(),
      },
      [
        {
          ...about(muted, 1),
          kind: 'muted-too-long',
          since: NOW - 160_000,
          remedy: { do: 'unmute', call: muted.key },
        },
        {
          ...about(recorded, 2),
          kind: 'recorded-again',
          because: 'new-call',
          remedy: { do: 'mute', call: recorded.key },
        },
      ],
    ),
  },
  {
    name: 'recording-taken-back',
    title: 'Recordings resumed after a hold and by someone else',
    main: shows(
      [recorded, { ...recorded, ivrid: 'c', key: 'SIPSIP2/c', phone: NOA }],
      { [recorded.key]: aRecording(), 'SIPSIP2/c': aRecording() },
      [
        {
          ...about(recorded, 1),
          kind: 'recorded-again',
          because: 'resumed',
          remedy: { do: 'mute', call: recorded.key },
        },
        {
          ...about(recorded, 2),
          call: 'SIPSIP2/c',
          phone: NOA,
          kind: 'recorded-again',
          because: 'unmuted-elsewhere',
          remedy: { do: 'mute', call: 'SIPSIP2/c' },
        },
      ],
    ),
  },
  {
    name: 'recording-ended-muted',
    title: 'A call that ended muted, and one left muted at another extension',
    main: shows([], {}, [
      {
        ...about(muted, 1),
        kind: 'ended-muted',
        from: NOW - 42_000,
        to: NOW,
        remedy: { do: 'acknowledge' },
      },
      {
        ...about(recorded, 2),
        kind: 'left-muted',
        from: NOW - 42_000,
        to: NOW,
        remedy: { do: 'acknowledge' },
      },
    ]),
  },
]
