import type { ClockReport } from '../domain.ts'

/** How far the account's wall clock is ahead of UTC. */
export interface OffsetBelief {
  /** A multiple of 15. */
  readonly minutes: number
  readonly source: ClockReport['source']
  /** Moments that agreed since it changed, up to 2; 0 means only the zone supports it. */
  readonly votes: number
  /** IANA zone of the settings. */
  readonly zone: string
  /** No moment has contradicted the zone, so its summer time applies. */
  readonly followsZone: boolean
  /**
   * The quarter of an hour, since the epoch, in which the zone was last looked up: it only changes at a full quarter.
   */
  readonly zoneQuarter: number
  /** The offset that applied until recently: stamps of calls that started then use it. */
  readonly earlier: EarlierOffset | null
  /** The last estimate that proved wrong: times that were read with it are read again. */
  readonly refuted: number | null
  readonly rival: {
    readonly minutes: number
    readonly votes: number
    readonly weight: number
    readonly since: number
  } | null
}

/** A moment that is evidence for an offset. */
export interface Vote {
  readonly minutes: number
  readonly source: Exclude<ClockReport['source'], 'zone'>
  /** It is certain to within a few seconds. */
  readonly sure: boolean
  /** True UTC of the moment, epoch ms. */
  readonly at: number
}

const QUARTER_MS = 15 * 60_000
const MIN_OFFSET_MINUTES = -12 * 60
const MAX_OFFSET_MINUTES = 14 * 60 // Kiribati; no wall clock is further ahead or behind
const LOOK_BACK_QUARTERS = 96 // a day: no call lasts longer
const WEIGHT_TO_MOVE = 2 // one odd stamp must not shift the clock
const ENOUGH_VOTES = 2
const LEAST_LAG_MINUTES = 60 // a stamp that lags by less is from a caller who waited elsewhere, not from another zone

/** Before any evidence: the zone's offset, at `trueNow` (epoch ms). */
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

/** The belief at `trueNow`: summer time may start or end while the program runs. */
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
 * The belief after another moment, which confirms it or contradicts it. Two moments in a row that contradict it in the
 * same way change it. One is enough if it is certain and the belief rests only on the zone, or on a single moment, and
 * this one agrees with the zone.
 */
export function castVote(belief: OffsetBelief, vote: Vote): OffsetBelief {
  if (isBelieved(belief, vote)) return confirmed(belief, vote)
  const lag = belief.minutes - vote.minutes
  const mayBeLate = !vote.sure || vote.source === 'queue'
  if (mayBeLate && lag > 0 && lag < LEAST_LAG_MINUTES) return belief
  const before = belief.rival?.minutes === vote.minutes ? belief.rival : null
  const rival = {
    minutes: vote.minutes,
    votes: (before?.votes ?? 0) + 1,
    weight: (before?.weight ?? 0) + weightOf(belief, vote),
    since: before?.since ?? vote.at,
  }
  return rival.weight < WEIGHT_TO_MOVE ? { ...belief, rival } : movedTo(belief, vote, rival)
}

/**
 * The belief after learning that this computer's clock is wrong by `byMinutes` more: the evidence only showed the
 * difference between the two clocks.
 */
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

/** A barely confirmed offset was never true. A confirmed one was valid until the first moment that contradicted it. */
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

/** An offset valid until a moment (true UTC, epoch ms): earlier stamps use it. */
interface EarlierOffset {
  readonly minutes: number
  readonly until: number
}

/** A zone's offset at an instant (true UTC, epoch ms), to the quarter of an hour. */
const zoneMinutes = (zone: string, at: number): number => toQuarters(zoneOffsetMinutes(zone, at))

/** The previous offset of a zone, if summer time started or ended within the last day; otherwise null. */
function zoneEarlier(zone: string, at: number): EarlierOffset | null {
  const now = zoneMinutes(zone, at)
  let after = Math.floor(at / QUARTER_MS)
  let before = after - LOOK_BACK_QUARTERS
  const minutes = zoneMinutes(zone, before * QUARTER_MS)
  if (minutes === now) return null
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2)
    if (zoneMinutes(zone, between * QUARTER_MS) === minutes) before = between
    else after = between
  }
  return { minutes, until: after * QUARTER_MS }
}

/** A zone's offset from UTC at an instant (epoch ms), in minutes east, summer time included. 0 for an unknown zone. */
export function zoneOffsetMinutes(zone: string, at: number): number {
  try {
    const parts = formatOf(zone).formatToParts(at)
    const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
    const [, sign, hours, minutes] = /^GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))
  } catch {
    return 0
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making one takes much longer than using it. Throws RangeError for an unknown zone. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  formats.set(zone, format)
  return format
}

/** The time window in which a stamp is expected, counted back from now. */
export interface Window {
  /** The oldest that it can be, ms. */
  readonly maxAgeMs: number
  /** How far ahead of now it may seem: this computer's clock error is only known approximately. */
  readonly maxAheadMs: number
}

/** Whether a wall clock can be this many minutes east of UTC. */
export const isOffset = (minutes: number): boolean =>
  minutes >= MIN_OFFSET_MINUTES && minutes <= MAX_OFFSET_MINUTES

/** Rounded to the quarters of an hour by which wall clocks differ. */
export const toQuarters = (minutes: number): number => Math.round(minutes / 15) * 15 + 0 // + 0: no negative zero

/**
 * The offset, in minutes, that puts a stamp within the window; null when none does. `apiMs` is the stamp, `trueNow`
 * UTC, both epoch ms. At most one does: windows are shorter than a quarter of an hour.
 */
export function offsetOfMoment(apiMs: number, trueNow: number, window: Window): number | null {
  const aheadMs = apiMs - trueNow
  const minutes = Math.ceil((aheadMs - window.maxAheadMs) / QUARTER_MS) * 15 + 0
  const ageMs = minutes * 60_000 - aheadMs
  return ageMs <= window.maxAgeMs && isOffset(minutes) ? minutes : null
}
