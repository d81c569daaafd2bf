import type { LoggedCall } from '../../call-log/logged-call.ts'
import type { Direction, Outcome, Phone } from '../../domain.ts'

/** What the call log says about the course of a call. */
export type LoggedCourse = Pick<
  LoggedCall,
  'startedAt' | 'ringSeconds' | 'talkSeconds' | 'outcome' | 'answeredBy' | 'queue' | 'recordingUrl'
>

/** Who was on the other side, and how the call came here. */
export type LoggedParty = Pick<LoggedCall, 'direction' | 'phone' | 'did' | 'transferredFrom'>

/**
 * Two records of a call as one. Where they differ, the fuller one counts: the longer talk, an answer rather than none.
 * The order doesn't matter, nor how often a record comes.
 */
export const joinCourses = (one: LoggedCourse, other: LoggedCourse): LoggedCourse => ({
  startedAt: Math.min(one.startedAt, other.startedAt),
  ringSeconds: greater(one.ringSeconds, other.ringSeconds),
  talkSeconds: greater(one.talkSeconds, other.talkSeconds),
  outcome: higher(OUTCOMES, one.outcome, other.outcome),
  answeredBy: greater(one.answeredBy, other.answeredBy) ?? '',
  queue: greater(one.queue, other.queue) ?? '',
  recordingUrl: greater(one.recordingUrl, other.recordingUrl),
})

/** Likewise: a number rather than a withheld one. */
export const joinParties = (one: LoggedParty, other: LoggedParty): LoggedParty => ({
  direction: higher(DIRECTIONS, one.direction, other.direction),
  phone: fuller(one.phone, other.phone),
  did: one.did === null || other.did === null ? (one.did ?? other.did) : fuller(one.did, other.did),
  transferredFrom: greater(one.transferredFrom, other.transferredFrom),
})

const OUTCOMES: readonly Outcome[] = ['unanswered', 'missed', 'completed']
const DIRECTIONS: readonly Direction[] = ['unknown', 'incoming', 'outgoing', 'click-to-call', 'spy']
const KINDS: readonly Phone['kind'][] = ['withheld', 'name', 'digits', 'number']

const higher = <T>(order: readonly T[], one: T, other: T): T =>
  order.indexOf(one) >= order.indexOf(other) ? one : other

function fuller(one: Phone, other: Phone): Phone {
  if (one.kind !== other.kind) return higher(KINDS, one.kind, other.kind) === one.kind ? one : other
  return one.received >= other.received ? one : other
}

function greater<T extends string | number>(one: T | null, other: T | null): T | null {
  if (one === null || other === null) return one ?? other
  return one >= other ? one : other
}
