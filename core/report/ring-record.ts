import type { CallKey, RungOutcomes } from '../domain.ts'

/** The outcome of a ring's alert. `paused` and `off`: no alert was wanted. */
export type RingOutcome = 'shown' | 'refused' | 'failed' | 'unsupported' | 'no-answer' | 'paused' | 'off'

/** One ring, as stored in the ring ledger. Times are epoch ms. */
export interface RingRecord {
  /** `extension/ivrid#number`: unique forever, since a call's id is, and its rings are counted. */
  readonly ringId: string
  readonly call: CallKey
  /** 1 for the first ring of the call, 2 when the same call rings again. */
  readonly number: number
  /** The API's own stamp of its start, as received; null when there was none. */
  readonly stamp: number | null
  /** When it started according to the API. */
  readonly beganAt: number | null
  readonly pollSentAt: number | null
  readonly pollAnsweredAt: number | null
  readonly requestedAt: number | null
  readonly outcome: RingOutcome | null
  /** A word for a technician, such as the system's error code; never a person's number. */
  readonly reason: string
  readonly outcomeAt: number | null
  readonly withdrawnAt: number | null
  /** The outcome of each way to alert; empty before the first outcome. */
  readonly rungs: RungOutcomes
}

/** What can be recorded about a ring, complete or in part. */
export type RingFacts = Partial<Omit<RingRecord, 'ringId' | 'call' | 'number'>>

/** Which ring it is: the call's key and the ring's number. */
export const ringIdOf = (call: CallKey, number: number): string => `${call}#${number}`

/** The reverse of `ringIdOf`; null for anything but a ring's id. An extension has no `/`, so the first one ends it. */
export function ringOfId(ringId: string): { extension: string; ivrid: string; number: number } | null {
  const [, extension, ivrid, number] = /^([^/]+)\/(.*)#(\d+)$/s.exec(ringId) ?? []
  if (extension === undefined || ivrid === undefined) return null
  return { extension, ivrid, number: Number(number) }
}
