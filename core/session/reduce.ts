import { dequal } from 'dequal'
import type { Doubt, Failure } from '../connection.ts'
import type { Agent, AgentState, Call, CallEvent, ClockReport, SeenExtension } from '../domain.ts'
import type { ClockBelief } from '../clock/api-clock.ts'
import { nameLoggedIn } from '../team/logged-in.ts'
import { diffCalls } from './diff-calls.ts'
import { failedConnection, withConnection } from './connection.ts'
import { fillCall } from './fill-in.ts'
import { findEnded } from './recently-ended.ts'
import type { RecentlyEnded } from './recently-ended.ts'
import { updateCall } from './update-call.ts'

/** Before the first response. */
export const NOTHING_KNOWN: AgentState = {
  agent: null,
  calls: [],
  connection: { kind: 'connecting', failure: null },
  lastGoodAt: null,
  clock: null,
}

/** A failed poll changes only `connection`: what was known stays. */
export function reduceFailure(state: AgentState, failure: Failure | Doubt): AgentState {
  return withConnection(state, failedConnection(failure, state.lastGoodAt))
}

/** The API knows no such extension, or the code is wrong; never "no calls". What was known stays. */
export function reduceAbsence(state: AgentState): AgentState {
  return withConnection(state, { kind: 'unknown-extension', since: state.lastGoodAt })
}

/** What else is known when a response arrives. Times are epoch ms by this computer's clock. */
export interface Background {
  /** When the previous good response was requested; null when there was no recent one. */
  readonly requestedAt: number | null
  readonly clock: ClockReport | null
  /** There was no good response for longer than a gap between two polls. */
  readonly wasBlind: boolean
  /** The calls that ended recently, which may reappear. */
  readonly ended: RecentlyEnded
}

/** A good response about the watched extension, arrived `at`: the new state, and what happened since the last one. */
export function reduceAnswer(
  state: AgentState,
  seen: SeenExtension,
  at: number,
  belief: ClockBelief,
  { requestedAt, clock, wasBlind, ended }: Background,
): { readonly state: AgentState; readonly events: readonly CallEvent[] } {
  const known = new Map(state.calls.map((call) => [call.key, call]))
  const calls = seen.calls.map((call) => {
    const before = known.get(call.key)
    const over = before === undefined ? findEnded(ended, call.key, call.startedApiSeconds) : null
    const shown = over === null ? call : fillCall(call, over)
    const next = updateCall(over ?? before, shown, at, belief, requestedAt)
    return reused(before, ringingAgain(before, over, next))
  })
  const events = diffCalls(
    state.lastGoodAt === null ? null : state.calls,
    calls,
    at,
    wasBlind ? state.lastGoodAt : at,
  )
  return {
    events,
    state: {
      agent: reused(state.agent, agentOf(state.agent, seen, at)),
      calls: inStableOrder(state.calls, calls),
      connection: state.connection.kind === 'live' ? state.connection : { kind: 'live' },
      lastGoodAt: at,
      clock,
    },
  }
}

/**
 * A call that rings after it was answered and ended: doubted at first, and a separate ring when the next response shows
 * it too.
 */
function ringingAgain(before: Call | undefined, over: Call | null, now: Call): Call {
  if (now.phase !== 'ringing') return now
  if (over?.connected === true) return { ...now, ringInDoubt: true }
  return before?.ringInDoubt === true ? { ...now, connected: false, answeredAt: null } : now
}

/** True when nothing visible differs; the age of the last good response alone isn't a difference. */
export function looksSame(one: AgentState, other: AgentState): boolean {
  return dequal({ ...one, lastGoodAt: null }, { ...other, lastGoodAt: null })
}

function agentOf(before: Agent | null, seen: SeenExtension, at: number): Agent {
  const sameStatus = before !== null && dequal(before.status, seen.status)
  return {
    name: nameLoggedIn(seen),
    extension: seen.extension,
    status: seen.status,
    statusSince: sameStatus ? before.statusSince : at,
    ...(seen.userId === undefined ? {} : { userId: seen.userId }),
    ...(seen.onlineUserId === 0 ? {} : { onlineUserId: seen.onlineUserId }),
  }
}

/** The old object where the new one is equal, so that an unchanged response changes nothing. */
const reused = <T extends object>(before: T | null | undefined, now: T): T =>
  before && dequal(before, now) ? before : now

function inStableOrder(before: readonly Call[], now: readonly Call[]): readonly Call[] {
  const byKey = new Map(now.map((call) => [call.key, call]))
  const stayed = before.flatMap((call) => byKey.get(call.key) ?? [])
  const known = new Set(before.map((call) => call.key))
  return [...stayed, ...now.filter((call) => !known.has(call.key))]
}
