import { withTimesRead } from '../clock/api-clock.ts'
import { clockLine, clockReport } from '../clock/clock-report.ts'
import { maxFlightMs } from '../clock/computer-error.ts'
import { learnFromCalls } from '../clock/learn-clock.ts'
import type { AgentState, CallEvent, SeenExtension } from '../domain.ts'
import { admitCalls } from './admit-calls.ts'
import { namedAnswers } from './answered-elsewhere.ts'
import { rememberEnded } from './recently-ended.ts'
import { reduceAnswer } from './reduce.ts'
import type { SessionMemory } from './session-memory.ts'
import type { PollTimes, SessionChange } from './session-types.ts'
import { deskSeen, freshEveryone, withWaits } from './surroundings.ts'

const FRESH_WIDE_MS = 15_000 // the length of a ring: the person who answered it can still be seen with it

/** What a good response about the watched extension contains. */
export interface Settled {
  readonly memory: SessionMemory
  /** Null where the same response was repeated. */
  readonly change: SessionChange | null
  readonly log: readonly string[]
  readonly answered: PollTimes
}

/** Accepts the extension as seen. `published` is the state that subscribers know. */
export function settleExtension(
  memory: SessionMemory,
  published: AgentState,
  reported: SeenExtension,
  times: PollTimes,
): Settled {
  const { sentAt, receivedAt } = times
  const { rules, state: before } = memory
  const { lastGoodAt } = before
  const wasBlind = lastGoodAt !== null && receivedAt - lastGoodAt > rules.blindAfterMs
  const { lastSeen } = memory
  const requestedAt = wasBlind || !isComplete(lastSeen) ? null : memory.lastRequestedAt
  const followed = new Set(before.calls.map(({ key }) => key))
  const { seen, admittedAt, unfollowed } = admitCalls(
    reported,
    followed,
    lastSeen,
    memory.admittedAt,
    receivedAt,
  )
  const wasLive = before === published && before.connection.kind === 'live'
  const isRead = memory.belief.computer.movedMs === 0
  const repeated = reported === lastSeen && unfollowed === 0 && wasLive && isRead
  const belief = repeated
    ? memory.belief
    : learnFromCalls(memory.belief, before.calls, seen.calls, receivedAt, requestedAt)
  const clock = clockReport(before.clock, belief, receivedAt)
  const hasCalls = seen.calls.length > 0 || before.calls.length > 0
  // The clock may have been set while the request was in flight.
  const plausiblySentAt = Math.min(receivedAt, Math.max(sentAt, receivedAt - maxFlightMs(rules.timeoutMs)))
  const settled = {
    ...memory,
    belief: withTimesRead(belief),
    held: null,
    admittedAt,
    lastSeen: seen,
    lastCallAt: hasCalls ? receivedAt : memory.lastCallAt,
    lastRequestedAt: plausiblySentAt,
    surroundings: deskSeen(memory.surroundings, seen, rules.settings),
  }
  const log = clock === before.clock ? [] : [clockLine(before.clock, clock)]
  const answered = { sentAt: plausiblySentAt, receivedAt }
  // The client returns the same object for an identical body: nothing to do.
  if (repeated && clock === before.clock) {
    const state = { ...before, lastGoodAt: receivedAt }
    return { memory: { ...settled, state }, change: null, log, answered }
  }
  const background = { requestedAt, clock, wasBlind, ended: memory.ended }
  const next = reduceAnswer(before, seen, receivedAt, belief, background)
  const calls = withWaits(memory.surroundings, next.state.calls)
  const everyone = freshEveryone(memory.surroundings, receivedAt, FRESH_WIDE_MS)
  const events = withCallsOf(namedAnswers(next.events, everyone), next.state.calls, calls)
  const blind = wasBlind ? { blind: { from: lastGoodAt, to: receivedAt } } : {}
  return {
    memory: { ...settled, ended: rememberEnded(memory.ended, events, receivedAt) },
    change: {
      state: { ...next.state, calls, ...(unfollowed === 0 ? {} : { unfollowed }) },
      events,
      poll: { sentAt, receivedAt },
      ...blind,
    },
    log,
    answered,
  }
}

/**
 * Whether a response listed every call. Otherwise, a call that appears in the next one may have started long before.
 */
const isComplete = (seen: SeenExtension | null): boolean =>
  seen?.callsMissing !== true && (seen?.unreadCalls ?? 0) === 0

/** Events with the calls as known now: one that started with this response may have waited before. */
function withCallsOf(
  events: readonly CallEvent[],
  before: AgentState['calls'],
  now: AgentState['calls'],
): readonly CallEvent[] {
  if (before === now) return events
  const known = new Map(now.map((call) => [call.key, call]))
  return events.map((event) => ({ ...event, call: known.get(event.call.key) ?? event.call }))
}
