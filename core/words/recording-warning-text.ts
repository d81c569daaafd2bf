import type { GuardWarning } from '../recording-guard/guard-state.ts'
import { leftToRight, roundedSeconds, timer } from './formats.ts'
import type { StartWords as Words } from './words.ts'

/** A recording guard warning in words. `detail` is `''` if there is nothing to add. */
export interface RecordingWarningText {
  readonly title: string
  readonly detail: string
  /** The label of its fix. */
  readonly remedy: string
}

/** `now`, epoch ms: until when the duration of a mute that continues is counted. */
export function recordingWarningText(warning: GuardWarning, words: Words, now: number): RecordingWarningText {
  return { ...said(warning, words, now), remedy: remedyText(warning, words) }
}

const time = (ms: number): string => leftToRight(timer(ms))

function said(
  warning: GuardWarning,
  { guard, times }: Words,
  now: number,
): Pick<RecordingWarningText, 'title' | 'detail'> {
  const { warning: say } = guard
  switch (warning.kind) {
    case 'muted-too-long':
      return { title: say.mutedFor(time(now - warning.since)), detail: say.mutedForLong }
    case 'recorded-again':
      return { title: say[BECAUSE[warning.because]], detail: '' }
    case 'ended-muted':
      return {
        title: say.endedMuted(times.duration(roundedSeconds(warning.to - warning.from))),
        detail: say.endedMutedLong,
      }
    case 'left-muted':
      return { title: say.leftMuted, detail: say.leftMutedLong }
    case 'refused':
      return { title: say.refused[wish(warning)], detail: guard.why(warning.why) }
    case 'unconfirmed':
      return {
        title: say.unconfirmed[wish(warning)],
        detail: warning.why === null ? guard.unconfirmed[wish(warning)] : guard.why(warning.why),
      }
  }
}

const BECAUSE = {
  'new-call': 'newCall',
  resumed: 'resumed',
  'unmuted-elsewhere': 'unmutedElsewhere',
} as const

const wish = ({ muted }: { readonly muted: boolean }): 'mute' | 'resume' => (muted ? 'mute' : 'resume')

function remedyText({ kind, remedy }: GuardWarning, { guard }: Words): string {
  if (remedy.do === 'acknowledge') return guard.understood
  if (kind === 'refused' || kind === 'unconfirmed') return guard.again
  return remedy.do === 'mute' ? guard.mute : guard.resume
}
