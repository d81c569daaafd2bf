import { MINUTE_MS } from '../clock.ts'
import type { Phase, StatusWord } from '../domain.ts'
import { isAway } from '../team/login-warnings.ts'
import { mayAskAt } from './request-budget.ts'
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

/** All that the next question depends on. Times are epoch ms by this computer. */
export interface Situation {
  readonly now: number
  /** The least wait after an answer. */
  readonly floorMs: number
  /** Questions in any minute; Infinity for no limit. */
  readonly limit: number
  readonly asked: Asked
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
  /** Only the wide answer can tell what became of a ring, and is waited for. */
  readonly wideIsUrgent: boolean
  /** The wide view is allowed: one question a minute is kept for it. */
  readonly wideMayBeNeeded: boolean
}

export interface NextQuestion {
  readonly ask: Question
  readonly waitMs: number
}

/** `likely`: a ring may come any moment. `out`: nobody is logged in. */
type Activity = 'ringing' | 'likely' | 'idle' | 'talking' | 'away' | 'out'

const AFTER_CALL_MS = 30_000 // the next one is put through as soon as the pause after a call is over
const RINGS_ANYWAY_MS = 30 * 60_000 // a phone that nobody logs in to, and that has had a call
const SLOWEST_MS = 15_000 // a ring that nobody answers lasts that long: it is still seen once

/** Waits, in the interval that spends the budget evenly (never under the floor): what a ring is worth. Docs: adr/0013. */
const PACES: Readonly<Record<Activity, Readonly<Record<Exclude<Question, 'everyone'>, number>>>> = {
  ringing: { extension: 1, queues: Infinity },
  likely: { extension: 1, queues: 6 },
  idle: { extension: 1.1, queues: 12 },
  talking: { extension: 2, queues: 12 },
  away: { extension: 2.5, queues: 12 },
  out: { extension: 3, queues: 24 },
}
const SOONEST_BREACH_PACE = 2 // many callers reach it one by one: each is not worth a question
const QUEUES_WATCHED_PACE = 3
const WIDE_WATCHED_PACE = 2
const WIDE_CHECKED_PACE = 12 // a person who is found seldom sits down at a second desk

/** Asks about the extension alone, at the floor. */
export function steadily({ now, floorMs, limit, asked, lanes }: Situation): NextQuestion {
  const lane = lanes.extension ?? { doneAt: null, heldUntil: 0 }
  const dueAt = lane.doneAt === null ? now : Math.max(lane.doneAt + floorMs, lane.heldUntil)
  return { ask: 'extension', waitMs: mayAskAt(asked, Math.max(now, dueAt), limit) - now }
}

/**
 * The next question, and how long to wait: slow where no ring is likely, the floor while it rings, and never more in any
 * minute than the limit. What is due first is asked first.
 */
export function nextQuestion(situation: Situation): NextQuestion {
  const { now, asked, limit, lanes } = situation
  if (situation.wideIsUrgent && lanes.everyone !== undefined)
    return { ask: 'everyone', waitMs: mayAskAt(asked, now, limit) - now }
  const paces = pacesOf(situation)
  const usual = usualLimit(situation)
  const due = QUESTIONS.flatMap((ask) => {
    const lane = lanes[ask]
    return lane === undefined ? [] : [{ ask, at: dueAt(ask, lane, paces[ask], situation) }]
  }).sort((one, other) => one.at - other.at)
  const first = due[0] ?? { ask: 'extension' as const, at: now + situation.floorMs }
  return { ask: first.ask, waitMs: mayAskAt(asked, Math.max(now, first.at), usual) - now }
}

/** Which comes first when both are due. */
const QUESTIONS: readonly Question[] = ['extension', 'everyone', 'queues']

function dueAt(ask: Question, { doneAt, heldUntil }: Lane, paceMs: number, situation: Situation): number {
  if (doneAt === null) return Math.max(situation.now, heldUntil)
  const breach = ask === 'queues' ? situation.nextBreachAt : null
  const usual = doneAt + paceMs
  const soonest = doneAt + SOONEST_BREACH_PACE * situation.floorMs
  const wanted = breach === null || breach <= doneAt ? usual : Math.min(usual, Math.max(soonest, breach))
  return Math.max(wanted, heldUntil)
}

/** How long after its answer each is asked again, ms; where it lasts, stretched so that all of it fits the budget. */
function pacesOf(situation: Situation): Readonly<Record<Question, number>> {
  const { floorMs, lanes, wideIsWatched, queuesAreWatched } = situation
  const activity = activityOf(situation)
  const pace = PACES[activity]
  const evenMs = Math.max(floorMs, MINUTE_MS / usualLimit(situation))
  const queues = queuesAreWatched ? Math.min(pace.queues, QUEUES_WATCHED_PACE) : pace.queues
  const slowestMs = Math.max(SLOWEST_MS, evenMs)
  const wanted: Record<Question, number> = {
    extension: Math.max(floorMs, Math.min(pace.extension * evenMs, slowestMs)),
    everyone: (wideIsWatched ? WIDE_WATCHED_PACE : WIDE_CHECKED_PACE) * evenMs,
    queues: queues * evenMs,
  }
  const rate = QUESTIONS.reduce(
    (sum, ask) => sum + (lanes[ask] === undefined ? 0 : MINUTE_MS / wanted[ask]),
    0,
  )
  const isBrief = activity === 'ringing' || activity === 'likely'
  const stretch = isBrief ? 1 : Math.max(1, rate / usualLimit(situation))
  return {
    extension: wanted.extension * stretch,
    everyone: wanted.everyone * stretch,
    queues: wanted.queues * stretch,
  }
}

const usualLimit = ({ limit, wideMayBeNeeded }: Situation): number =>
  wideMayBeNeeded ? Math.max(1, limit - 1) : limit

function activityOf({ now, phases, status, lastCallAt, callersWait }: Situation): Activity {
  if (phases.some((phase) => phase === 'ringing' || phase === 'dialing')) return 'ringing'
  if (phases.length > 0) return 'talking'
  const sinceCall = lastCallAt === null ? Infinity : now - lastCallAt
  if (sinceCall < AFTER_CALL_MS) return 'likely'
  if (status === 'logout') return sinceCall < RINGS_ANYWAY_MS ? 'idle' : 'out'
  if (status !== null && isAway(status)) return 'away'
  return callersWait ? 'likely' : 'idle'
}
