import { MINUTE_MS } from '../clock.ts'
import type { Phase, StatusWord } from '../domain.ts'
import { mayAskAt, withAsked } from './request-budget.ts'
import type { Asked } from './request-budget.ts'

/** What can be asked: about the watched extension, all extensions, or the queues. */
export type Question = 'extension' | 'everyone' | 'queues'

/** How a question stands. Epoch ms by this computer. */
export interface Lane {
  /** When it was last answered or failed; null before the first time. */
  readonly doneAt: number | null
  /** Not to be asked before, after a failure; 0 when free. */
  readonly heldUntil: number
}

/** All that the next request depends on. Times are epoch ms by this computer. */
export interface Situation {
  readonly now: number
  /** The least wait after a response. */
  readonly floorMs: number
  /** Requests in any minute; Infinity for no limit. */
  readonly limit: number
  readonly asked: Asked
  /** What was asked about last, the oldest first; `SHARE.of - 1` of them are enough. */
  readonly recent: readonly Question[]
  /** What there is to ask; absent is not wanted. */
  readonly lanes: Readonly<Partial<Record<Question, Lane>>>
  /** Of the calls on the watched extension. */
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
  /** Where all extensions are worth a look every few seconds: they are on screen, or the agent is looked for. */
  readonly wideIsWatched: boolean
  /** Only the wide response can tell what became of a ring, and is waited for. */
  readonly wideIsUrgent: boolean
  /** The wide view is allowed: one request a minute is reserved for it. */
  readonly wideMayBeNeeded: boolean
}

export interface NextQuestion {
  readonly ask: Question
  readonly waitMs: number
}

/** Of so many requests in a row, at least so many are about the watched extension. */
export const SHARE = { extension: 9, of: 12 } as const

const RINGS_ANYWAY_MS = 30 * 60_000 // a phone that nobody logs in to, and that has had a call
const OUT_MS = 15_000 // between two looks at a phone that nobody is logged in to: a ring that nobody answers lasts longer

/** Requests of each twelve that the budget allows that the rest is worth; together they get what `SHARE` leaves. */
const WORTH = {
  queues: { usual: 1, callersWait: 2, watched: 4 },
  everyone: { usual: 1, watched: 6 },
} as const
const SOONEST_BREACH_PACE = 2 // many callers reach it one by one: each is not worth a request

/** Asks about the extension alone, at the floor. */
export function steadily({ now, floorMs, limit, asked, lanes }: Situation): NextQuestion {
  const lane = lanes.extension ?? { doneAt: null, heldUntil: 0 }
  const dueAt = lane.doneAt === null ? now : Math.max(lane.doneAt + floorMs, lane.heldUntil)
  return { ask: 'extension', waitMs: mayAskAt(asked, Math.max(now, dueAt), limit) - now }
}

/**
 * The next request, and how long to wait. The watched extension is asked about at an even pace, whatever happens there,
 * as long as somebody is logged in; what the budget leaves goes to queues and team, where it delays none of that.
 */
export function nextQuestion(situation: Situation): NextQuestion {
  const { now, asked, lanes } = situation
  const usual = usualLimit(situation)
  const extensionAt = lanes.extension === undefined ? null : extensionDueAt(lanes.extension, situation)
  if (situation.wideIsUrgent && lanes.everyone !== undefined) {
    // With the request that is reserved for it, and before one about the extension that is due.
    const isFree =
      extensionAt === null || fits(now, Math.max(extensionAt, now + 1), situation, situation.limit)
    if (isFree) return { ask: 'everyone', waitMs: mayAskAt(asked, now, situation.limit) - now }
  }
  const others = OTHERS.flatMap((ask) => {
    const lane = lanes[ask]
    return lane === undefined ? [] : [{ ask, at: Math.max(now, otherDueAt(ask, lane, situation)) }]
  }).sort((one, other) => one.at - other.at)
  const other = others.find(({ at }) => extensionAt === null || fits(at, extensionAt, situation))
  if (other !== undefined) return { ask: other.ask, waitMs: mayAskAt(asked, other.at, usual) - now }
  const at = extensionAt ?? now + situation.floorMs
  return { ask: 'extension', waitMs: mayAskAt(asked, Math.max(now, at), situation.limit) - now }
}

/**
 * The time from the last response about the watched extension to the next request about it, ms, as far as it is up to
 * the plan and the budget. What another request takes meanwhile comes on top.
 */
export function extensionGapMs(situation: Situation): number {
  const { asked, lanes, limit } = situation
  const paceMs = extensionPaceMs(situation)
  const doneAt = lanes.extension?.doneAt ?? null
  return doneAt === null ? paceMs : mayAskAt(asked, doneAt + paceMs, limit) - doneAt
}

/** How long after its response the extension is asked about again, ms: slow only while nobody is logged in. */
function extensionPaceMs(situation: Situation): number {
  const rest = [...otherRates(situation).values()].reduce((sum, rate) => sum + rate, 0)
  const evenMs = Math.ceil(MINUTE_MS / Math.max(1, usualLimit(situation) - Math.ceil(rest)))
  return Math.max(situation.floorMs, evenMs, isOut(situation) ? OUT_MS : 0)
}

/** What else is asked about; which comes first when both are due. */
const OTHERS = ['everyone', 'queues'] as const satisfies readonly Question[]

function extensionDueAt({ doneAt, heldUntil }: Lane, situation: Situation): number {
  if (doneAt === null) return Math.max(situation.now, heldUntil)
  return Math.max(doneAt + extensionPaceMs(situation), heldUntil)
}

function otherDueAt(ask: (typeof OTHERS)[number], { doneAt, heldUntil }: Lane, situation: Situation): number {
  if (doneAt === null) return heldUntil
  const rate = otherRates(situation).get(ask) ?? 0
  const usual = rate === 0 ? Infinity : doneAt + Math.max(situation.floorMs, MINUTE_MS / rate)
  const breach = ask === 'queues' ? situation.nextBreachAt : null
  const soonest = doneAt + SOONEST_BREACH_PACE * situation.floorMs
  const wanted = breach === null || breach <= doneAt ? usual : Math.min(usual, Math.max(soonest, breach))
  return Math.max(wanted, heldUntil)
}

/** True when one more that is not about the extension leaves it its share. */
const isFair = ({ recent, lanes }: Situation): boolean =>
  lanes.extension === undefined ||
  recent.slice(1 - SHARE.of).filter((ask) => ask !== 'extension').length < SHARE.of - SHARE.extension

/** True when one asked `at` is fair, and delays no request about the extension in the minute after it. */
function fits(
  at: number,
  extensionAt: number,
  situation: Situation,
  usual: number = usualLimit(situation),
): boolean {
  const { asked } = situation
  if (at >= extensionAt || !isFair(situation) || mayAskAt(asked, at, usual) > at) return false
  const paceMs = extensionPaceMs(situation)
  let all = withAsked(asked, at, usual)
  for (let next = extensionAt; next < at + MINUTE_MS; next += paceMs) {
    if (mayAskAt(all, next, usual) > next) return false
    all = withAsked(all, next, usual)
  }
  return true
}

/** Requests a minute that queues and team get now. */
function otherRates(situation: Situation): ReadonlyMap<Question, number> {
  const { lanes, callersWait, queuesAreWatched, wideIsWatched } = situation
  const queues = queuesAreWatched ? 'watched' : callersWait ? 'callersWait' : 'usual'
  const worth = new Map<Question, number>()
  const usual = usualLimit(situation)
  const scale = Number.isFinite(usual) ? usual / SHARE.of : 1
  if (lanes.queues !== undefined) worth.set('queues', scale * WORTH.queues[queues])
  if (lanes.everyone !== undefined)
    worth.set('everyone', scale * WORTH.everyone[wideIsWatched ? 'watched' : 'usual'])
  const wanted = [...worth.values()].reduce((sum, rate) => sum + rate, 0)
  const room = lanes.extension === undefined ? usual : restOf(usual)
  const part = wanted === 0 ? 0 : Math.min(1, room / wanted)
  return new Map([...worth].map(([ask, rate]) => [ask, rate * part]))
}

/** Requests a minute that the extension's share leaves. */
const restOf = (usual: number): number =>
  Number.isFinite(usual) ? (usual * (SHARE.of - SHARE.extension)) / SHARE.of : SHARE.of - SHARE.extension

const usualLimit = ({ limit, wideMayBeNeeded }: Situation): number =>
  wideMayBeNeeded ? Math.max(1, limit - 1) : limit

/** Nobody is logged in, nothing is on the phone, and nothing was lately. */
const isOut = ({ now, phases, status, lastCallAt }: Situation): boolean =>
  status === 'logout' && phases.length === 0 && (lastCallAt === null || now - lastCallAt >= RINGS_ANYWAY_MS)
