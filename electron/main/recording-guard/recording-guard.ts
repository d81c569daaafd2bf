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

const LOST_AFTER = 1.5 // this many request timeouts

/** What the guard shows: the recording state of each live call, and its warnings. */
export type GuardShown = Pick<WindowState, 'recordings' | 'recordingWarnings'>

/** The recording guard in operation: requests are sent at once, snapshots arrive, time passes. */
export interface RecordingGuard {
  /** Every successful response about the calls, changed or not. */
  answered(watch: AgentState, times: PollTimes): void
  /** Each change of what is watched: leaving an extension leaves its calls. */
  follow(watch: AgentState): void
  mute(call: CallKey, muted: boolean): void
  /** The one-click fix of a warning, by its id. */
  fix(warning: number): void
  dismiss(warning: number): void
  /** The time limit in the settings may have changed. */
  retime(): void
  /** Its calls are no longer watched because another account is: anything unfinished is reported. */
  leave(): void
  /** Call before anything is watched, with the warnings that an earlier run stored. */
  restore(found: readonly FoundWarning[]): void
  end(): void
}

export interface RecordingGuardParts {
  readonly clock: Clock
  readonly mutedTooLongMinutes: () => number
  /** Requests the watched account to mute or resume the recording of one call; never rejects. */
  readonly mute: (ivrid: string, muted: boolean, signal: AbortSignal) => Promise<Attempt<MuteAnswer>>
  readonly limits: TelephonyLimits
  readonly pollNow: () => Promise<void>
  /** Stores a span that started or ended, in the current journal. */
  readonly keep: (span: MutedSpan) => void
  /** New warnings, and all current ones. */
  readonly onWarnings: (raised: readonly GuardWarning[], holding: readonly GuardWarning[]) => void
  /** Called with all current warnings, whenever they change. */
  readonly store: (holding: readonly GuardWarning[]) => void
  /** Called after each step. */
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

  function handle(input: GuardInput): void {
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
      if (!signal.aborted) handle({ kind: 'answered', at: clock.now(), id, outcome })
    })
  }

  function retime(): void {
    stopTick()
    const at = nextGuardTick(state, settings())
    if (at === null) return
    stopTick = clock.after(Math.max(0, at - clock.now()), () => handle({ kind: 'tick', at: clock.now() }))
  }

  function leave(): void {
    requests.abort()
    requests = new AbortController()
    extension = null
    if (state.calls.length > 0) handle({ kind: 'unwatched', at: clock.now() })
  }

  function follow({ agent }: AgentState): void {
    const now = agent?.extension ?? null
    if (now === extension) return
    // Not at startup: the calls of an earlier run may still be on this extension.
    if (extension !== null) leave()
    extension = now
  }

  return {
    answered(watch, { sentAt, receivedAt }) {
      follow(watch)
      handle({ kind: 'snapshot', requestedAt: sentAt, at: receivedAt, calls: watch.calls })
    },
    follow,
    mute: (call, muted) => handle({ kind: 'ask', at: clock.now(), call, muted }),
    fix: (id) => handle({ kind: 'fix', at: clock.now(), id }),
    dismiss: (id) => handle({ kind: 'dismiss', at: clock.now(), id }),
    retime,
    leave,
    restore(found) {
      handle({ kind: 'restored', at: clock.now(), found })
      parts.store(state.warnings)
    },
    end() {
      requests.abort()
      stopTick()
    },
  }
}
