import type { CallKey } from '../../core/domain.ts'
import type { Agent, Call, Leg, Queue, Seen } from '../../simulator/world/model.ts'

/** A call on an extension, as a body shows it and as it really is. Times are true epoch ms. */
export interface ViewedCall {
  readonly key: CallKey
  readonly ivrid: string
  /** This ring or dial of the call on this extension only. */
  readonly leg: LegId
  readonly word: Leg['phase']
  /** The caller's number and name, as written. */
  readonly phone: string
  readonly name: string
  readonly startedAt: number
  /** Null until the body contains it. */
  readonly answeredAt: number | null
  readonly muted: boolean
}

/** `extension/ivrid@startedAt`: the same call ringing again, or elsewhere, is another leg. */
export type LegId = string

/** What one body says about one extension. */
export interface View {
  /** When the request was sent. */
  readonly requestedAt: number
  /** When it was true. */
  readonly takenAt: number
  /** False for a repeated body with outdated contents. */
  readonly fresh: boolean
  /** False if it lists no calls at all, or some without an id, which are not among `calls`. */
  readonly whole: boolean
  readonly extension: string
  readonly status: number
  readonly representative: string
  /** 0 while nobody is logged in. */
  readonly onlineUserId: number
  readonly calls: readonly ViewedCall[]
}

/** What one body says about a queue. `waitedMs`: how long each caller has waited. */
export interface ViewedQueue {
  readonly id: string
  readonly waitedMs: readonly number[]
}

export const legId = (extension: string, ivrid: string, startedAt: number): LegId =>
  `${extension}/${ivrid}@${startedAt}`

/** An extension as it is at `takenAt`, for a request sent at `requestedAt`. */
export function viewOf(agent: Seen<Agent>, requestedAt: number, takenAt: number): View {
  const { extension, status, representative, onlineUserId } = agent
  return {
    ...{ requestedAt, takenAt, fresh: true, whole: true, extension, status, representative, onlineUserId },
    calls: agent.legs.map((leg) => viewedCall(leg, takenAt)),
  }
}

export const queueViewOf = (queue: Seen<Queue>, waiting: readonly Seen<Call>[], at: number): ViewedQueue => ({
  id: String(queue.id),
  waitedMs: waiting.map((call) => at - (call.joinedAt ?? call.beganAt)),
})

function viewedCall(leg: Seen<Leg>, at: number): ViewedCall {
  const { call, agent, startedAt, phase, stampedAt, muted } = leg
  const { extension } = agent
  // Sometimes the API shows a moment too late that a call was answered.
  const answeredAt = at >= stampedAt ? leg.answeredAt : null
  const ids = {
    key: `${extension}/${call.ivrid}`,
    ivrid: call.ivrid,
    leg: legId(extension, call.ivrid, startedAt),
  }
  // When a call is placed here, the agent's own phone rings first, without a caller.
  const word = phase === 'Ringing' && call.direction !== 'Incoming' ? 'Dialing' : phase
  const { phone, name } = call
  return { ...ids, word, phone, name, startedAt, answeredAt, muted }
}
