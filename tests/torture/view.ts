import type { Agent, Leg, Seen } from '../../simulator/world/model.ts'

/** A call on the watched extension, as a body shows it and as it really is. Times are true epoch ms. */
export interface ViewedCall {
  readonly ivrid: string
  /** This ring or dial of the call and no other. */
  readonly leg: LegId
  readonly word: Leg['phase']
  readonly startedAt: number
  /** Null until the body says so. */
  readonly answeredAt: number | null
  readonly muted: boolean
}

/** `ivrid@startedAt`: the same call ringing again is another leg. */
export type LegId = string

/** What one body says of the watched extension. */
export interface View {
  /** When the question was sent. */
  readonly askedAt: number
  /** When it was true. */
  readonly takenAt: number
  /** False for a body that is sent once more and says what was. */
  readonly fresh: boolean
  readonly status: number
  readonly representative: string
  readonly calls: readonly ViewedCall[]
}

export const legId = (ivrid: string, startedAt: number): LegId => `${ivrid}@${startedAt}`

/** An extension as it is at `takenAt`, for a question sent at `askedAt`. */
export function viewOf(agent: Seen<Agent>, askedAt: number, takenAt: number): View {
  return {
    askedAt,
    takenAt,
    fresh: true,
    status: agent.status,
    representative: agent.representative,
    calls: agent.legs.map((leg) => viewedCall(leg, takenAt)),
  }
}

function viewedCall(leg: Seen<Leg>, at: number): ViewedCall {
  const { call, startedAt, phase, stampedAt, muted } = leg
  // Now and then the API says a moment late that a call was answered.
  const answeredAt = at >= stampedAt ? leg.answeredAt : null
  return { ivrid: call.ivrid, leg: legId(call.ivrid, startedAt), word: phase, startedAt, answeredAt, muted }
}
