import type { Clock } from '../clock.ts'
import {
  extensionGapMs,
  SHARE,
  type Lane,
  type NextRequest,
  type RequestKind,
  type Situation,
} from './cadence.ts'
import { createRequestBudget } from './request-budget.ts'

export type PollContext = Omit<Situation, 'now' | 'floorMs' | 'limit' | 'asked' | 'recent' | 'lanes'>

export interface PlannerParts extends Pick<Situation, 'floorMs' | 'limit'> {
  /** The budget uses its monotonic milliseconds: a clock that is set forward by an hour must not forget past requests. */
  readonly clock: Pick<Clock, 'now' | 'steady'>
  readonly cadence: (situation: Situation) => NextRequest
  /** The wanted requests; the first one is sent when the user asks for an immediate update. */
  readonly wanted: () => readonly RequestKind[]
  readonly context: () => PollContext
}

const FLIGHTS = 12 // a few minutes of them

/** Remembers when requests were sent and finished, and plans the next ones. */
export function createPlanner(parts: PlannerParts) {
  const { floorMs, limit } = parts
  const { now, steady = now } = parts.clock
  const done = new Map<RequestKind, number>()
  const budget = createRequestBudget(limit)
  let recent: readonly RequestKind[] = []
  let sentAt: number | null = null
  /** The duration of the last requests, ms. */
  let flights: readonly number[] = []
  let asleep: { readonly now: number; readonly steady: number } | null = null

  /** How long a request outside the plan would have to wait, ms. */
  const delayMs = (): number => budget.delayMs(steady())

  /**
   * When a request last succeeded or failed; null before the first. A clock that was set back must not make a wait longer
   * than planned.
   */
  const doneAt = (kind: RequestKind): number | null => {
    const at = done.get(kind)
    if (at === undefined || at <= now()) return at ?? null
    done.set(kind, now())
    return now()
  }

  function situation(heldUntil: (kind: RequestKind) => number): Situation {
    const lanes: Partial<Record<RequestKind, Lane>> = {}
    for (const one of parts.wanted()) lanes[one] = { doneAt: doneAt(one), heldUntil: heldUntil(one) }
    const aheadMs = now() - steady()
    const asked = budget.times().map((at) => at + aheadMs)
    return { now: now(), floorMs, limit, asked, recent, lanes, ...parts.context() }
  }

  return {
    asked(kind: RequestKind) {
      budget.asked(steady())
      recent = [...recent, kind].slice(1 - SHARE.of)
      sentAt = steady()
    },
    done(kind: RequestKind) {
      budget.over(steady())
      if (sentAt !== null) flights = [...flights, steady() - sentAt].slice(-FLIGHTS)
      sentAt = null
      done.set(kind, now())
    },
    /** The computer goes to sleep, or has woken: a monotonic clock may have stopped in the meantime. */
    slept: () => void (asleep = { now: now(), steady: steady() }),
    woke() {
      if (asleep === null) return
      const sleptMs = now() - asleep.now - (steady() - asleep.steady)
      if (sleptMs > 0) budget.passed(sleptMs)
      asleep = null
    },
    doneAt,
    delayMs,
    /**
     * The longest time from the last response about the watched extension to the next request about it, ms: by the current
     * plan, and where there are other requests, including the recent duration of requests.
     */
    gapMs(): number {
      const isAlone = parts.wanted().every((one) => one === 'extension')
      // One request may be in flight when this one is due, and another may count in the budget later than planned.
      const flightsMs = isAlone ? 0 : 2 * Math.max(0, ...flights)
      return extensionGapMs(situation(() => 0)) + flightsMs
    },
    plan(heldUntil: (kind: RequestKind) => number, atOnce: boolean): NextRequest {
      if (atOnce) return { kind: parts.wanted()[0] ?? 'extension', waitMs: delayMs() }
      return parts.cadence(situation(heldUntil))
    },
  }
}
