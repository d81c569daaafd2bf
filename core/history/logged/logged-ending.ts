import type { HistoryOutcome } from '../history-call.ts'
import type { LoggedCourse } from './join-logged.ts'

/** How a call ended. Times are epoch ms. */
export interface Ending {
  readonly outcome: HistoryOutcome
  readonly endedAt: number
  readonly endSeen: boolean
  /** `''` if no colleague is known to have taken it. */
  readonly answeredBy: string
  /** When it was answered here; null if it wasn't, or that isn't known. */
  readonly answeredAt: number | null
  /** It was answered here. */
  readonly connected: boolean
}

/**
 * How a call ended, according to the call log; `polled`: as polls saw it, null if none did. The log wins, except that its
 * record of this extension doesn't say who else answered, and that the moment of an end that was seen stays.
 */
export function loggedEnding(log: LoggedCourse, polled: Ending | null): Ending {
  const answeredBy = log.answeredBy || (polled?.answeredBy ?? '')
  const outcome = answeredBy !== '' && log.outcome === 'missed' ? 'completed' : log.outcome
  const talked = outcome === 'completed' && answeredBy === ''
  const isEndKnown = !talked || log.talkSeconds !== null
  const endedAt = log.startedAt + coursedMs(log, talked)
  return {
    outcome,
    answeredBy,
    connected: talked || polled?.connected === true,
    answeredAt: polled?.answeredAt ?? (talked ? answeredAt(log) : null),
    endSeen: polled?.endSeen === true || isEndKnown,
    endedAt: polled === null ? endedAt : endOf(polled, isEndKnown, endedAt),
  }
}

/** How long the call lasted here, ms. */
export const coursedMs = ({ ringSeconds, talkSeconds }: LoggedCourse, talked = true): number =>
  ((ringSeconds ?? 0) + (talked ? (talkSeconds ?? 0) : 0)) * 1_000

const answeredAt = ({ startedAt, ringSeconds }: LoggedCourse): number | null =>
  ringSeconds === null ? null : startedAt + ringSeconds * 1_000

/** Whoever wasn't watching saw the call at least until then. */
const endOf = (polled: Ending, isKnown: boolean, logged: number): number =>
  polled.endSeen || !isKnown ? polled.endedAt : Math.max(polled.endedAt, logged)
