import type { ClockTold } from '../domain.ts'
import { isOffset, QUARTER_MS } from './api-clock-moment.ts'
import { zoneEarlier, zoneMinutes } from './api-clock-zone.ts'
import type { EarlierOffset } from './api-clock-zone.ts'

/** How far the account's wall clock is ahead of UTC. */
export interface OffsetBelief {
  /** A multiple of 15. */
  readonly minutes: number
  readonly source: ClockTold['source']
  /** Moments that agreed since it changed, up to 2; 0 is the zone's word alone. */
  readonly votes: number
  /** IANA zone of the settings. */
  readonly zone: string
  /** No moment has contradicted the zone: its summer time is followed. */
  readonly followsZone: boolean
  /** The quarter of an hour, since the epoch, in which the zone was last looked up: it changes on no other moment. */
  readonly zoneQuarter: number
  /** What held until lately: calls that began then carry its stamps. */
  readonly earlier: EarlierOffset | null
  /** What was believed last and never true: times that were read by it are read again. */
  readonly refuted: number | null
  readonly rival: {
    readonly minutes: number
    readonly votes: number
    readonly weight: number
    readonly since: number
  } | null
}

/** A moment that speaks for an offset. */
export interface Vote {
  readonly minutes: number
  readonly source: Exclude<ClockTold['source'], 'zone'>
  /** It could only have been within some seconds. */
  readonly sure: boolean
  /** True UTC of the moment, epoch ms. */
  readonly at: number
}

const WEIGHT_TO_MOVE = 2 // one odd stamp must not move the clock
const ENOUGH_VOTES = 2
const LEAST_LAG_MINUTES = 60 // behind by less is a caller who waited elsewhere, not another zone

/** Before any evidence: the zone's word, at `trueNow` (epoch ms). */
export function zoneBelief(zone: string, trueNow: number): OffsetBelief {
  return {
    minutes: zoneMinutes(zone, trueNow),
    source: 'zone',
    votes: 0,
    zone,
    followsZone: true,
    zoneQuarter: Math.floor(trueNow / QUARTER_MS),
    earlier: zoneEarlier(zone, trueNow),
    refuted: null,
    rival: null,
  }
}

/** The belief at `trueNow`: summer time comes and goes while the program runs. */
export function followZone(belief: OffsetBelief, trueNow: number): OffsetBelief {
  const zoneQuarter = Math.floor(trueNow / QUARTER_MS)
  if (zoneQuarter === belief.zoneQuarter) return belief
  if (!belief.followsZone) return { ...belief, zoneQuarter }
  const followed = zoneBelief(belief.zone, trueNow)
  return followed.minutes === belief.minutes
    ? { ...belief, zoneQuarter, earlier: followed.earlier }
    : followed
}

/**
 * The belief after a moment. What agrees confirms it. What disagrees moves it with a second one that says the same, and
 * none between them that agrees; or alone, when it is sure and nothing but the zone, or one moment against the zone,
 * stands against it.
 */
export function castVote(belief: OffsetBelief, vote: Vote): OffsetBelief {
  if (isBelieved(belief, vote)) return confirmed(belief, vote)
  const lag = belief.minutes - vote.minutes
  if (!vote.sure && lag > 0 && lag < LEAST_LAG_MINUTES) return belief
  const before = belief.rival?.minutes === vote.minutes ? belief.rival : null
  const rival = {
    minutes: vote.minutes,
    votes: (before?.votes ?? 0) + 1,
    weight: (before?.weight ?? 0) + weightOf(belief, vote),
    since: before?.since ?? vote.at,
  }
  return rival.weight < WEIGHT_TO_MOVE ? { ...belief, rival } : movedTo(belief, vote, rival)
}

/** The belief when this computer turns out to be wrong by `byMs` more: moments told the two clocks' distance. */
export function rebased(belief: OffsetBelief, byMinutes: number, trueNow: number): OffsetBelief {
  if (byMinutes === 0 || belief.votes === 0) return belief
  const minutes = belief.minutes + byMinutes
  if (!isOffset(minutes)) return zoneBelief(belief.zone, trueNow)
  const followsZone = minutes === zoneMinutes(belief.zone, trueNow)
  return { ...belief, minutes, followsZone, earlier: null, refuted: null, rival: null }
}

function isBelieved({ minutes, earlier }: OffsetBelief, vote: Vote): boolean {
  return vote.minutes === minutes || (vote.minutes === earlier?.minutes && vote.at < earlier.until)
}

function confirmed(belief: OffsetBelief, { source }: Vote): OffsetBelief {
  if (belief.rival === null && belief.votes === ENOUGH_VOTES) return belief
  const votes = Math.min(ENOUGH_VOTES, belief.votes + 1)
  return { ...belief, votes, rival: null, source: belief.votes === 0 ? source : belief.source }
}

function weightOf(belief: OffsetBelief, { minutes, sure, at }: Vote): number {
  if (!sure) return 1
  const zoneAgrees = belief.votes === 1 && minutes === zoneMinutes(belief.zone, at)
  return belief.votes === 0 || zoneAgrees ? WEIGHT_TO_MOVE : 1
}

/** What was hardly confirmed was never true. What was, held until the moment that first spoke against it. */
function movedTo(
  belief: OffsetBelief,
  { minutes, source, at }: Vote,
  { votes, since }: NonNullable<OffsetBelief['rival']>,
): OffsetBelief {
  const followsZone = minutes === zoneMinutes(belief.zone, at)
  const wasTrue = belief.votes >= ENOUGH_VOTES
  const fromZone = followsZone ? zoneEarlier(belief.zone, at) : null
  return {
    ...belief,
    minutes,
    source,
    votes: Math.min(ENOUGH_VOTES, votes),
    followsZone,
    earlier: wasTrue ? { minutes: belief.minutes, until: since } : fromZone,
    refuted: wasTrue ? null : belief.minutes,
    rival: null,
  }
}
