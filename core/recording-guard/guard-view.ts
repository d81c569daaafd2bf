import type { CallKey, Recording } from '../domain.ts'
import type { Ask, GuardedCall, GuardState, Actor } from './guard-state.ts'

/** What a card shows about its call's recording. */
export interface RecordingView {
  readonly recording: Recording['state']
  readonly ask: Ask
  readonly muted: { readonly since: number; readonly by: Actor } | null
  /** What a click or shortcut would request now: the opposite of the last request, otherwise of the current state. */
  readonly toggle: 'mute' | 'unmute'
}

/** The recording of each live call, for cards, tray and key. Calls known only from a warning of an earlier run are left out. */
export function guardView({ calls }: GuardState): Readonly<Record<CallKey, RecordingView>> {
  return Object.fromEntries(
    calls.filter(isSeen).map((call) => [
      call.key,
      {
        recording: call.recording,
        ask: call.ask,
        muted: call.span === null ? null : { since: call.span.from, by: call.span.by },
        toggle: toggleOf(call),
      },
    ]),
  )
}

const isSeen = ({ ivrid }: GuardedCall): boolean => ivrid !== ''

function toggleOf({ ask, recording }: GuardedCall): RecordingView['toggle'] {
  const muted = ask.kind === 'asked' ? ask.muted : recording === 'muted'
  return muted ? 'unmute' : 'mute'
}
