import { dequal } from 'dequal'
import {
  concluded,
  isCertainlyNotDone,
  justSent,
  LOST,
  MAX_POLLS,
  sinceClockWasSet,
  type Answered,
} from '../confirmation.ts'
import type { AgentStatus } from '../domain.ts'
import { STATUS_NUMBERS, type NamedStatus } from '../status-words.ts'
import type { StatusAnswer, StatusChange } from '../telephony/telephony-client.ts'
import type { NotSet, PendingStatus, StatusMemory, StatusRequest, Wanted } from './status-state.ts'

/** The input of a step. Times are epoch ms by this computer's clock. */
export type StatusInput =
  /** The agent chose a status with one click. */
  | { readonly kind: 'ask'; readonly at: number; readonly wanted: Wanted }
  | Answered<StatusAnswer>
  /** A successful response about the extension: when it was requested, and when it arrived. */
  | {
      readonly kind: 'snapshot'
      readonly askedAt: number
      readonly at: number
      readonly extension: string
      readonly status: AgentStatus
      readonly isSomebodyLoggedIn: boolean
    }
  /** Another extension or account is watched: the outcome of open requests will never be known. */
  | { readonly kind: 'unwatched' }
  /** The agent dismissed the reason why it wasn't set. */
  | { readonly kind: 'dismiss' }

export type StatusCommand =
  /** To be sent once; the outcome is returned as an `answered` input with this id. */
  { readonly do: 'set'; readonly id: number; readonly change: StatusChange } | { readonly do: 'poll-now' }

export interface StatusStep {
  readonly memory: StatusMemory
  readonly commands: readonly StatusCommand[]
}

/**
 * One step of setting the agent's status: it is requested, then confirmed by a snapshot that was requested after it,
 * refused, or not confirmed. Each `ask` input sends at most one request, and nothing is ever repeated automatically.
 * `lostAfterMs`: a request without a response after this long counts as lost.
 */
export function stepStatus(memory: StatusMemory, input: StatusInput, lostAfterMs: number): StatusStep {
  switch (input.kind) {
    case 'ask':
      return ask(memory, input.wanted, input.at)
    case 'answered':
      return memory.flight === input.id ? takeAnswer(memory, input, lostAfterMs) : still(memory)
    case 'snapshot':
      return still(takeSnapshot(memory, input, lostAfterMs))
    case 'unwatched':
      return still({ ...memory, request: NONE, flight: null, next: null, pending: null })
    case 'dismiss':
      return still(isOver(memory.request) ? { ...memory, request: NONE } : memory)
  }
}

const NONE: StatusRequest = { kind: 'none' }

const still = (memory: StatusMemory): StatusStep => ({ memory, commands: [] })

const isOver = ({ kind }: StatusRequest): boolean => kind === 'refused' || kind === 'unconfirmed'

function ask(memory: StatusMemory, wanted: Wanted, at: number): StatusStep {
  const latest = memory.next?.wanted ?? memory.pending?.wanted ?? null
  // A second click while the first request is in flight or waits for its snapshot.
  if (dequal(latest, wanted)) return still(memory)
  if (memory.flight === null) return send(memory, wanted, at)
  const isBack = dequal(memory.pending?.wanted, wanted)
  const request: StatusRequest = { kind: 'asked', status: wanted.status, since: at }
  return still({ ...memory, request, next: isBack ? null : { wanted, askedAt: at } })
}

function send(memory: StatusMemory, wanted: Wanted, at: number): StatusStep {
  const { extension, userId, status } = wanted
  const id = memory.nextId
  return {
    memory: {
      nextId: id + 1,
      request: { kind: 'asked', status, since: at },
      flight: id,
      next: null,
      pending: { wanted, ...justSent(at) },
    },
    commands: [{ do: 'set', id, change: { extension, userId, status: STATUS_NUMBERS[status] } }],
  }
}

function takeAnswer(
  memory: StatusMemory,
  { outcome, at }: Answered<StatusAnswer>,
  lostAfterMs: number,
): StatusStep {
  const landed: StatusMemory = { ...memory, flight: null }
  if (memory.next !== null) {
    const { wanted, askedAt } = memory.next
    if (at - askedAt <= lostAfterMs) return send(landed, wanted, at)
    // The computer slept in between: nobody expects it any more.
    const request: StatusRequest = { kind: 'refused', status: wanted.status, at, why: LOST }
    return still({ ...landed, next: null, pending: null, request })
  }
  if (memory.pending === null) return still(landed)
  const answer = outcome.kind === 'reached' ? outcome.answer : outcome
  const why = answer.kind === 'done' ? null : answer
  if (why !== null && isRefusal(why)) {
    const { status } = memory.pending.wanted
    return still({ ...landed, pending: null, request: { kind: 'refused', status, at, why } })
  }
  const pending: PendingStatus = { ...memory.pending, concludedAt: at, why }
  return { memory: { ...landed, pending }, commands: [{ do: 'poll-now' }] }
}

const isRefusal = (why: NotSet): boolean =>
  why.kind === 'not-set' ? why.why !== 'their-fault' && why.why !== 'other' : isCertainlyNotDone(why)

type Snapshot = Extract<StatusInput, { kind: 'snapshot' }>

function takeSnapshot(memory: StatusMemory, seen: Snapshot, lostAfterMs: number): StatusMemory {
  if (memory.pending === null) return reconcile(memory, seen)
  const pending = concluded(sinceClockWasSet(memory.pending, seen.at), seen.askedAt, lostAfterMs)
  const { wanted } = pending
  // A snapshot requested before the click, or about another extension, can't show the effect.
  if (seen.askedAt < pending.sentAt || seen.extension !== wanted.extension) return { ...memory, pending }
  if (memory.next === null && shows(seen, wanted.status))
    return {
      ...memory,
      flight: null,
      pending: null,
      request: { kind: 'confirmed', status: wanted.status, at: seen.at },
    }
  if (memory.next !== null || pending.concludedAt === null || seen.askedAt < pending.concludedAt)
    return { ...memory, pending }
  const polls = pending.polls + 1
  if (polls < MAX_POLLS) return { ...memory, flight: null, pending: { ...pending, polls } }
  const { why } = pending
  return {
    ...memory,
    flight: null,
    pending: null,
    request: { kind: 'unconfirmed', status: wanted.status, at: seen.at, why },
  }
}

/** Someone who isn't logged in anywhere counts as logged out, whatever their last status was. */
const shows = ({ status, isSomebodyLoggedIn }: Snapshot, wanted: NamedStatus): boolean =>
  wanted === 'logout'
    ? status.word === 'logout' || !isSomebodyLoggedIn
    : status.word === wanted && isSomebodyLoggedIn

/** What the snapshot means for a request with an outcome: carried out late, or changed again since. */
function reconcile(memory: StatusMemory, seen: Snapshot): StatusMemory {
  const { request } = memory
  if (request.kind === 'none' || request.kind === 'asked') return memory
  const holds = shows(seen, request.status)
  if (request.kind === 'confirmed') return holds ? memory : { ...memory, request: NONE }
  if (!holds) return memory
  return request.kind === 'unconfirmed'
    ? { ...memory, request: { kind: 'confirmed', status: request.status, at: seen.at } }
    : { ...memory, request: NONE }
}
