import type { Clock } from '../clock.ts'
import type { Lane, NextQuestion, Question, Situation } from './cadence.ts'
import { createRequestBudget } from './request-budget.ts'

/** What the planner can't know by itself. */
export type PollContext = Omit<Situation, 'now' | 'floorMs' | 'limit' | 'asked' | 'lanes'>

export interface PlannerParts {
  /** The budget is kept by its steady milliseconds: a clock that is set on by an hour must not forget what was asked. */
  readonly clock: Pick<Clock, 'now' | 'steady'>
  readonly floorMs: number
  /** Questions in any minute; Infinity for no limit. */
  readonly limit: number
  readonly cadence: (situation: Situation) => NextQuestion
  /** What there is to ask; the first is what a person who asks at once wants to know. */
  readonly wanted: () => readonly Question[]
  readonly context: () => PollContext
}

/** Keeps what was asked and answered when, and plans by it. */
export interface Planner {
  asked(): void
  done(question: Question): void
  /** The computer goes to sleep, and has woken: a steady clock may have stood still meanwhile. */
  slept(): void
  woke(): void
  plan(heldUntil: (question: Question) => number, atOnce: boolean): NextQuestion
  /** How long a question outside the plan would have to wait, ms. */
  delayMs(): number
  /** When a question was last answered or failed; null before. */
  doneAt(question: Question): number | null
}

export function createPlanner(parts: PlannerParts): Planner {
  const { floorMs, limit } = parts
  const { now, steady = now } = parts.clock
  const done = new Map<Question, number>()
  const budget = createRequestBudget(limit)
  let asleep: { readonly now: number; readonly steady: number } | null = null

  const delayMs = (): number => budget.delayMs(steady())

  /** A clock that was set back makes nobody wait for more than the wait itself. */
  const doneAt = (question: Question): number | null => {
    const at = done.get(question)
    if (at === undefined || at <= now()) return at ?? null
    done.set(question, now())
    return now()
  }

  return {
    asked: () => budget.asked(steady()),
    done(question) {
      budget.over(steady())
      done.set(question, now())
    },
    slept: () => void (asleep = { now: now(), steady: steady() }),
    woke() {
      if (asleep === null) return
      const untoldMs = now() - asleep.now - (steady() - asleep.steady)
      if (untoldMs > 0) budget.passed(untoldMs)
      asleep = null
    },
    doneAt,
    delayMs,
    plan(heldUntil, atOnce) {
      const wanted = parts.wanted()
      const main = wanted[0] ?? 'extension'
      if (atOnce) return { ask: main, waitMs: delayMs() }
      const lanes: Partial<Record<Question, Lane>> = {}
      for (const one of wanted) lanes[one] = { doneAt: doneAt(one), heldUntil: heldUntil(one) }
      const aheadMs = now() - steady()
      const asked = budget.questions().map((at) => at + aheadMs)
      return parts.cadence({ now: now(), floorMs, limit, asked, lanes, ...parts.context() })
    },
  }
}
