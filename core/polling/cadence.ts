import { MINUTE_MS } from '../clock.ts'
import type { Phase, StatusWord } from '../domain.ts'
import type { Planned } from './poller.ts'
import { mayRequestAt, withRequest } from './request-budget.ts'
import type { RequestTimes } from './request-budget.ts'

/** What can be requested: the watched extension, all extensions, or the queues. */
export type RequestKind = 'extension' | 'everyone' | 'queues'

/** The state of one kind of request. Epoch ms by this computer's clock. */
export interface Lane {
  /** When it last succeeded or failed; null before the first time. */
  readonly doneAt: number | null
  /** Not to be sent before this time, after a failure; 0 when free. */
  readonly heldUntil: number
}

/** Everything the next request depends on. Times are epoch ms by this computer's clock. */
export interface Situation {
  readonly now: number
  /** The minimum wait after a response, ms. */
  readonly floorMs: number
  /** Maximum requests in any minute; Infinity for no limit. */
  readonly limit: number
  readonly asked: RequestTimes
  /** The last requests, the oldest first; `SHARE.of - 1` of them are enough. */
  readonly recent: readonly RequestKind[]
  /** The wanted requests; others are absent. */
  readonly lanes: Readonly<Partial<Record<RequestKind, Lane>>>
  /** The calls on the watched extension. */
  readonly phases: readonly Phase[]
  /** Null before it is known. */
  readonly status: StatusWord | null
  /** When a call on the extension was last seen, or seen to end; null for none. */
  readonly lastCallAt: number | null
  readonly callersWait: boolean
  /** When a waiting caller reaches the threshold next. */
  readonly nextBreachAt: number | null
  /** The queues are on screen. */
  readonly queuesAreWatched: boolean
  /** All extensions are worth a request every few seconds: they are on screen, or the agent is being located. */
  readonly wideIsWatched: boolean
  /** Something is waiting for the response about everyone, because only that can show what happened to a ring. */
  readonly wideIsUrgent: boolean
  /** Requests about everyone are allowed: one per minute is reserved. */
  readonly wideMayBeNeeded: boolean
}

export type NextRequest = Planned<RequestKind>

/** Out of `of` consecutive requests, at least this many are about the watched extension. */
export const SHARE = { extension: 9, of: 12 } as const

const RINGS_ANYWAY_MS = 30 * 60_000 // how long calls are expected on a phone where nobody is logged in, after its last call
const OUT_MS = 15_000 // between two polls of a phone where nobody is logged in: an unanswered ring lasts longer

/** How many of each twelve requests the others get; together they get what `SHARE` leaves. */
const WORTH = {
  queues: { usual: 1, callersWait: 2, watched: 4 },
  everyone: { usual: 1, watched: 6 },
} as const
const SOONEST_BREACH_PACE = 2 // many callers reach it one by one: not each is worth a request

/** Requests only the extension, at the minimum interval. */
export function steadily({ now, floorMs, limit, asked, lanes }: Situation): NextRequest {
  const lane = lanes.extension ?? { doneAt: null, heldUntil: 0 }
  const dueAt = lane.doneAt === null ? now : Math.max(lane.doneAt + floorMs, lane.heldUntil)
  return { kind: 'extension', waitMs: mayRequestAt(asked, Math.max(now, dueAt), limit) - now }
}

/**
 * The next request, and how long to wait. The watched extension is requested at an even pace, whatever happens there,
 * as long as someone is logged in; the remaining budget goes to queues and team, without delaying the extension.
 */
export function nextRequest(situation: Situation): NextRequest {
  const { now, asked, lanes } = situation
  const usual = usualLimit(situation)
  const extensionAt = lanes.extension === undefined ? null : extensionDueAt(lanes.extension, situation)
  if (situation.wideIsUrgent && lanes.everyone !== undefined) {
    // Uses the request reserved for it, and takes precedence over a due one about the extension.
    const isFree =
      extensionAt === null || fits(now, Math.max(extensionAt, now + 1), situation, situation.limit)
    if (isFree) return { kind: 'everyone', waitMs: mayRequestAt(asked, now, situation.limit) - now }
  }
  const others = OTHERS.flatMap((ask) => {
    const lane = lanes[ask]
    return lane === undefined ? [] : [{ ask, at: Math.max(now, otherDueAt(ask, lane, situation)) }]
  }).sort((one, other) => one.at - other.at)
  const other = others.find(({ at }) => extensionAt === null || fits(at, extensionAt, situation))
  if (other !== undefined) return { kind: other.ask, waitMs: mayRequestAt(asked, other.at, usual) - now }
  const at = extensionAt ?? now + situation.floorMs
  return { kind: 'extension', waitMs: mayRequestAt(asked, Math.max(now, at), situation.limit) - now }
}

/**
 * The time from the last response about the watched extension to the next request about it, ms, as far as it depends on
 * the plan and the budget. The duration of another request in between is added.
 */
export function extensionGapMs(situation: Situation): number {
  const { asked, lanes, limit } = situation
  const paceMs = extensionPaceMs(situation)
  const doneAt = lanes.extension?.doneAt ?? null
  return doneAt === null ? paceMs : mayRequestAt(asked, doneAt + paceMs, limit) - doneAt
}

/** How long after its response the extension is requested again, ms: slow only while nobody is logged in. */
function extensionPaceMs(situation: Situation): number {
  const { queues, everyone } = otherRates(situation)
  const evenMs = Math.ceil(MINUTE_MS / Math.max(1, usualLimit(situation) - Math.ceil(queues + everyone)))
  return Math.max(situation.floorMs, evenMs, isOut(situation) ? OUT_MS : 0)
}

/** The other requests; which one goes first when both are due. */
const OTHERS = ['everyone', 'queues'] as const satisfies readonly RequestKind[]

function extensionDueAt({ doneAt, heldUntil }: Lane, situation: Situation): number {
  if (doneAt === null) return Math.max(situation.now, heldUntil)
  return Math.max(doneAt + extensionPaceMs(situation), heldUntil)
}

function otherDueAt(ask: (typeof OTHERS)[number], { doneAt, heldUntil }: Lane, situation: Situation): number {
  if (doneAt === null) return heldUntil
  const rate = otherRates(situation)[ask]
  const usual = rate === 0 ? Infinity : doneAt + Math.max(situation.floorMs, MINUTE_MS / rate)
  const breach = ask === 'queues' ? situation.nextBreachAt : null
  const soonest = doneAt + SOONEST_BREACH_PACE * situation.floorMs
  const wanted = breach === null || breach <= doneAt ? usual : Math.min(usual, Math.max(soonest, breach))
  return Math.max(wanted, heldUntil)
}

/** True when one more request about something else leaves the extension its share, or it can't be requested anyway. */
const isFair = ({ now, recent, lanes }: Situation): boolean =>
  lanes.extension === undefined ||
  lanes.extension.heldUntil > now ||
  recent.slice(1 - SHARE.of).filter((ask) => ask !== 'extension').length < SHARE.of - SHARE.extension

/** True when a request at `at` is fair, and delays none about the extension in the following minute. */
function fits(
  at: number,
  extensionAt: number,
  situation: Situation,
  usual: number = usualLimit(situation),
): boolean {
  const { asked } = situation
  if (at >= extensionAt || !isFair(situation) || mayRequestAt(asked, at, usual) > at) return false
  const paceMs = extensionPaceMs(situation)
  let all = withRequest(asked, at, usual)
  for (let next = extensionAt; next < at + MINUTE_MS; next += paceMs) {
    if (mayRequestAt(all, next, usual) > next) return false
    all = withRequest(all, next, usual)
  }
  return true
}

/** Requests per minute that queues and team get now. */
function otherRates(situation: Situation): Readonly<Record<(typeof OTHERS)[number], number>> {
  const { lanes, callersWait, queuesAreWatched, wideIsWatched } = situation
  const usual = usualLimit(situation)
  const scale = Number.isFinite(usual) ? usual / SHARE.of : 1
  const need = queuesAreWatched ? 'watched' : callersWait ? 'callersWait' : 'usual'
  const queues = lanes.queues === undefined ? 0 : scale * WORTH.queues[need]
  const everyone =
    lanes.everyone === undefined ? 0 : scale * WORTH.everyone[wideIsWatched ? 'watched' : 'usual']
  const wanted = queues + everyone
  const room = lanes.extension === undefined ? usual : restOf(usual)
  const part = wanted === 0 ? 0 : Math.min(1, room / wanted)
  return { queues: queues * part, everyone: everyone * part }
}

/** Requests per minute left by the extension's share. */
const restOf = (usual: number): number =>
  Number.isFinite(usual) ? (usual * (SHARE.of - SHARE.extension)) / SHARE.of : SHARE.of - SHARE.extension

const usualLimit = ({ limit, wideMayBeNeeded }: Situation): number =>
  wideMayBeNeeded ? Math.max(1, limit - 1) : limit

/** Nobody is logged in, and there is no current or recent call. */
const isOut = ({ now, phases, status, lastCallAt }: Situation): boolean =>
  status === 'logout' && phases.length === 0 && (lastCallAt === null || now - lastCallAt >= RINGS_ANYWAY_MS)
