import { zoneOffsetMinutes } from './zone-offset.ts'

/**
 * What is believed of the API's clock. Its epochs are the account's wall clock written as if it were UTC, so a stamp
 * means nothing before the offset is known; and this computer's clock may be wrong besides.
 */
export interface ClockBelief {
  /** The API's wall clock less true UTC, a multiple of 15. */
  readonly offsetMinutes: number
  /** This computer's clock less true UTC. */
  readonly computerErrorMs: number
  /** What the offset was last learnt from. */
  readonly source: 'zone' | 'queue' | 'ring'
  /** IANA zone of the settings. */
  readonly zone: string
  /** No evidence has contradicted the zone: its summer time is followed. */
  readonly followsZone: boolean
  /** The quarter of an hour, since the epoch, in which the zone was last looked up: it changes on no other moment. */
  readonly zoneQuarter: number
}

export type ClockEvidence =
  /** The answer's `Date` header; null when it had none. Times are epoch ms, `sentAt` and `receivedAt` by this computer. */
  | {
      readonly kind: 'server-date'
      readonly serverDate: number | null
      readonly sentAt: number
      readonly receivedAt: number
    }
  /** A call seen ringing or dialing for the first time: it began about now. */
  | { readonly kind: 'ring'; readonly startedApiSeconds: number }
  /** A caller in a queue: joined plus waited is the API's now. */
  | { readonly kind: 'queue'; readonly joinedApiSeconds: number; readonly waitedSeconds: number }

const QUARTER_MS = 15 * 60_000
const MAX_OFFSET_MINUTES = 14 * 60 // Kiribati; beyond it no wall clock stands
const DATE_HEADER_MS = 1_000 // it counts whole seconds
const MAX_TRAVEL_MS = 30_000 // a question under way for longer tells no time
const MAX_RING_AGE_MS = 2 * 60_000 // a ring lasts 16 s; an older stamp began in a queue and would shift the offset
const MAX_RING_AHEAD_MS = 60_000
const MIN_ZONE_LAG_MINUTES = 60 // less than an hour behind is a caller who waited elsewhere, not another zone

/** The belief before any evidence: the zone's offset at `now` (epoch ms by this computer), and a computer that is right. */
export function initialBelief(zone: string, now: number): ClockBelief {
  const offsetMinutes = toQuarters(zoneOffsetMinutes(zone, now))
  return {
    offsetMinutes,
    computerErrorMs: 0,
    source: 'zone',
    zone,
    followsZone: true,
    zoneQuarter: Math.floor(now / QUARTER_MS),
  }
}

/**
 * The belief after a piece of evidence, at `now` (epoch ms by this computer). Implausible evidence changes nothing,
 * and the same object comes back when nothing changed. Facts: docs/api.md, "The clock".
 */
export function observe(belief: ClockBelief, evidence: ClockEvidence, now: number): ClockBelief {
  switch (evidence.kind) {
    case 'server-date':
      return followZone(
        correctComputer(belief, evidence.serverDate, evidence.sentAt, evidence.receivedAt),
        now,
      )
    case 'queue': {
      const apiNow = (evidence.joinedApiSeconds + evidence.waitedSeconds) * 1000
      return learn(followZone(belief, now), apiNow, now, 'queue')
    }
    case 'ring': {
      const current = followZone(belief, now)
      // A queue's word is the API's own "now"; a ring's only about.
      if (current.source === 'queue') return current
      return beganNow(current, evidence.startedApiSeconds * 1000, now - current.computerErrorMs)
        ? learn(current, evidence.startedApiSeconds * 1000, now, 'ring')
        : current
    }
  }
}

/** A stamp of the API as epoch ms by this computer's clock, so that `now - it` is an age. */
export function toComputerTime(apiSeconds: number, belief: ClockBelief): number {
  return apiSeconds * 1000 - belief.offsetMinutes * 60_000 + belief.computerErrorMs
}

function toQuarters(minutes: number): number {
  return Math.round(minutes / 15) * 15 + 0 // + 0: no negative zero
}

function learn(belief: ClockBelief, apiNow: number, now: number, source: 'queue' | 'ring'): ClockBelief {
  const trueNow = now - belief.computerErrorMs
  const offsetMinutes = toQuarters((apiNow - trueNow) / 60_000)
  if (!(Math.abs(offsetMinutes) <= MAX_OFFSET_MINUTES)) return belief
  const followsZone = offsetMinutes === toQuarters(zoneOffsetMinutes(belief.zone, trueNow))
  if (
    offsetMinutes === belief.offsetMinutes &&
    source === belief.source &&
    followsZone === belief.followsZone
  )
    return belief
  return { ...belief, offsetMinutes, source, followsZone }
}

/** True for a stamp that, at some likely offset, is of the last moments. */
function beganNow(belief: ClockBelief, startedMs: number, trueNow: number): boolean {
  const offsetMinutes = toQuarters((startedMs - trueNow) / 60_000)
  const lagMinutes = belief.offsetMinutes - offsetMinutes
  if (lagMinutes > 0 && lagMinutes < MIN_ZONE_LAG_MINUTES) return false
  const ageMs = trueNow + offsetMinutes * 60_000 - startedMs
  return ageMs >= -MAX_RING_AHEAD_MS && ageMs <= MAX_RING_AGE_MS
}

/** Summer time comes and goes while the program runs. */
function followZone(belief: ClockBelief, now: number): ClockBelief {
  const trueNow = now - belief.computerErrorMs
  const zoneQuarter = Math.floor(trueNow / QUARTER_MS)
  if (zoneQuarter === belief.zoneQuarter) return belief
  const offsetMinutes = belief.followsZone
    ? toQuarters(zoneOffsetMinutes(belief.zone, trueNow))
    : belief.offsetMinutes
  return { ...belief, offsetMinutes, zoneQuarter }
}

function correctComputer(
  belief: ClockBelief,
  serverDate: number | null,
  sentAt: number,
  receivedAt: number,
): ClockBelief {
  const travel = receivedAt - sentAt
  if (serverDate === null || !Number.isFinite(serverDate) || !(travel >= 0 && travel <= MAX_TRAVEL_MS))
    return belief
  const errorMs = Math.round((sentAt + receivedAt) / 2 - (serverDate + DATE_HEADER_MS / 2))
  // Within what the header can tell, the belief stands: ages must not tremble.
  const doubt = DATE_HEADER_MS + travel / 2
  return Math.abs(errorMs - belief.computerErrorMs) <= doubt
    ? belief
    : { ...belief, computerErrorMs: errorMs }
}
