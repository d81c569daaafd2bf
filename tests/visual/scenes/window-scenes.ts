import { aCall, aRecording, aState, NOW } from '../../../src/testing/samples.ts'
import type { Scene } from '../scene.ts'
import { BRIGHTWATER, NOA } from './people.ts'

const recorded = aCall({
  ivrid: 'recorded',
  phase: 'talking',
  phone: NOA,
  name: 'Noa Cohen',
  answered: true,
  connected: true,
  startedAt: NOW - 200_000,
  answeredAt: NOW - 192_000,
  phaseSince: NOW - 192_000,
})
const muted = aCall({
  ...recorded,
  ivrid: 'muted',
  key: 'SIPSIP2/muted',
  mutedSince: NOW - 42_000,
  recording: { state: 'muted', fileName: '' },
})
const held = aCall({
  ...recorded,
  ivrid: 'held',
  key: 'SIPSIP2/held',
  phase: 'held',
  phone: BRIGHTWATER,
  name: 'Brightwater Ltd, procurement and incoming goods',
})
const ringing = aCall({ ivrid: 'ringing', key: 'SIPSIP2/ringing', phone: BRIGHTWATER, name: '' })

const recordings = {
  [recorded.key]: aRecording(),
  [held.key]: aRecording(),
  [muted.key]: aRecording({
    recording: 'muted',
    muted: { since: NOW - 42_000, by: 'here' },
    ask: { kind: 'asked', muted: false, since: NOW - 1_000 },
    toggle: 'mute',
  }),
}

const shows = (...calls: readonly (typeof recorded)[]): NonNullable<Scene['main']> => ({
  'state:read': () => aState({ calls: [...calls] }, { recordings }),
})

const stale = { kind: 'stale', since: NOW - 61_000, failure: { kind: 'unreachable', why: 'dns' } } as const
const settings = { windowPinned: true, foldsInCall: true }

/** The pinned window, open and folded to a strip. */
export const WINDOW_SCENES: readonly Scene[] = [
  { name: 'pinned', title: 'Pinned on top', settings, main: shows(recorded) },
  { name: 'strip', title: 'Folded during a call', folded: true, settings, main: shows(recorded) },
  {
    name: 'strip-two',
    title: 'Folded: one on hold, one rings',
    folded: true,
    settings,
    main: shows(held, ringing),
  },
  {
    name: 'strip-muted',
    title: 'Folded: the mute ends as soon as it is confirmed',
    folded: true,
    settings,
    main: shows(muted),
  },
  {
    name: 'strip-stale',
    title: 'Folded: without a connection',
    folded: true,
    settings,
    main: { 'state:read': () => aState({ calls: [recorded], connection: stale }, { recordings }) },
  },
  {
    name: 'strip-privacy',
    title: 'Folded: privacy',
    folded: true,
    settings: { ...settings, privacy: true },
    main: shows(recorded),
  },
]
