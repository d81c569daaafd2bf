import { dequal } from 'dequal'
import { MINUTE_MS, type Clock } from '../../../core/clock.ts'
import type { WindowState } from '../../../core/contract.ts'
import type { AgentState, CallKey } from '../../../core/domain.ts'
import type { GuardInput } from '../../../core/recording-guard/guard-step.ts'
import {
  NOTHING_GUARDED,
  type FoundWarning,
  type GuardWarning,
  type MutedSpan,
} from '../../../core/recording-guard/guard-state.ts'
import { guardView } from '../../../core/recording-guard/guard-view.ts'
import { nextGuardTick, stepGuard } from '../../../core/recording-guard/step-guard.ts'
import type { PollTimes } from '../../../core/session/session-types.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import type { MuteAnswer, TelephonyLimits } from '../../../core/telephony/telephony-client.ts'

const LOST_AFTER = 1.5 // of the time after which a request is given up

/** What the guard shows: how each live call's recording stands, and what it warns of. */
export type GuardShown = Pick<WindowState, 'recordings' | 'recordingWarnings'>

/** The recording guard at work: wishes go out at once, snapshots come in, time passes. */
export interface RecordingGuard {
  /** Every good answer about the calls, changed or not. */
  answered(watch: AgentState, times: PollTimes): void
  /** Each change of what is watched: who left the desk leaves its calls. */
  follow(watch: AgentState): void
  mute(call: CallKey, muted: boolean): void
  /** The one click of a warning, by its id. */
  mend(warning: number): void
  dismiss(warning: number): void
  /** The settings may say another time for too long. */
  retime(): void
  /** Its calls are watched no more, because another account is: what that leaves open is told. */
  leave(): void
  /** Before anything is watched: what was stored of an earlier run. */
  restore(found: readonly FoundWarning[]): void
  end(): void
}

export interface RecordingGuardParts {
  readonly clock: Clock
  readonly mutedTooLongMinutes: () => number
  /** Asks the watched account to mute (or not) the recording of one call; never rejects. */
  readonly mute: (ivrid: string, muted: boolean, signal: AbortSignal) => Promise<Attempt<MuteAnswer>>
  readonly limits: TelephonyLimits
  readonly pollNow: () => Promise<void>
  /** Keeps a span that began or ended, in the journal of what is watched now. */
  readonly keep: (span: MutedSpan) => void
  /** Warnings that are new, and all that hold. */
  readonly onWarnings: (raised: readonly GuardWarning[], holding: readonly GuardWarning[]) => void
  /** Called with all that hold, as often as they changed. */
  readonly store: (holding: readonly GuardWarning[]) => void
  /** Told after each step. */
  readonly onChange: (shown: GuardShown) => void
}

export function createRecordingGuard(parts: RecordingGuardParts): RecordingGuard {
  const { clock } = parts
  let state = NOTHING_GUARDED
  let extension: string | null = null
  let requests = new AbortController()
  let stopTick = (): void => undefined

  const lostAfterMs = LOST_AFTER * parts.limits.requestMs
  const settings = () => ({ mutedTooLongMs: parts.mutedTooLongMinutes() * MINUTE_MS, lostAfterMs })

  function tell(input: GuardInput): void {
    const before = state.warnings
    const step = stepGuard(state, input, settings())
    state = step.state
    if (!dequal(before, state.warnings)) parts.store(state.warnings)
    step.spans.forEach(parts.keep)
    parts.onWarnings(step.raised, state.warnings)
    parts.onChange({ recordings: guardView(state), recordingWarnings: state.warnings })
    retime()
    for (const command of step.commands) {
      if (command.do === 'poll-now') void parts.pollNow()
      else send(command.id, command.ivrid, command.muted)
    }
  }

  function send(id: number, ivrid: string, muted: boolean): void {
    const { signal } = requests
    void parts.mute(ivrid, muted, signal).then((outcome) => {
      if (!signal.aborted) tell({ kind: 'answered', at: clock.now(), id, outcome })
    })
  }

  function retime(): void {
    stopTick()
    const at = nextGuardTick(state, settings())
    if (at === null) return
    stopTick = clock.after(Math.max(0, at - clock.now()), () => tell({ kind: 'tick', at: clock.now() }))
  }

  function leave(): void {
    requests.abort()
    requests = new AbortController()
    extension = null
    if (state.calls.length > 0) tell({ kind: 'unwatched', at: clock.now() })
  }

  function follow({ agent }: AgentState): void {
    const now = agent?.extension ?? null
    if (now === extension) return
    // At a start nothing is left behind: the calls of an earlier run may still be there.
    if (extension !== null) leave()
    extension = now
  }

  return {
    answered(watch, { sentAt, receivedAt }) {
      follow(watch)
      tell({ kind: 'snapshot', askedAt: sentAt, at: receivedAt, calls: watch.calls })
    },
    follow,
    mute: (call, muted) => tell({ kind: 'ask', at: clock.now(), call, muted }),
    mend: (id) => tell({ kind: 'mend', at: clock.now(), id }),
    dismiss: (id) => tell({ kind: 'dismiss', at: clock.now(), id }),
    retime,
    leave,
    restore(found) {
      tell({ kind: 'restored', at: clock.now(), found })
      parts.store(state.warnings)
    },
    end() {
      requests.abort()
      stopTick()
    },
  }
}
