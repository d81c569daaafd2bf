import type { Clock } from '../clock.ts'
import type { Attempt } from '../telephony/attempt.ts'
import { backoffMs } from './backoff.ts'

/** What to request next, and how long to wait before. */
export interface Planned<Question> {
  readonly question: Question
  readonly waitMs: number
}

export interface PollerParts<Question, Answer> {
  readonly clock: Clock
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number
  /** The minimum wait after a failure, ms. */
  readonly intervalMs: number
  /**
   * The next request. `heldUntil` returns when one may be sent again after its failures (epoch ms by the clock, 0 when
   * it is free); `atOnce`: requested by the user or a wake-up, so only the budget may delay it.
   */
  readonly plan: (heldUntil: (question: Question) => number, atOnce: boolean) => Planned<Question>
  readonly ask: (question: Question, signal: AbortSignal) => Promise<Attempt<Answer>>
  /** Called with each outcome, good or bad; never with one that was aborted. */
  readonly report: (question: Question, attempt: Attempt<Answer>) => void
  /** The longest wait after failures, ms; less important requests may wait longer. */
  readonly maxBackoffMs?: (question: Question) => number | undefined
  readonly log: (line: string) => void
}

export interface Poller {
  start(): void
  /** Aborts the request in flight and sends nothing until `start`. */
  stop(): void
  /** Polls at once, or joins the same request in flight. Settles with its outcome; at once when stopped. */
  pollNow(): Promise<void>
  /** Drops the request in flight (it may hang on a lost network), forgets failures, polls at once. */
  restart(): Promise<void>
  /** Replans, because what the plan depends on has changed. */
  replan(): void
}

interface Held {
  readonly failures: number
  readonly waitMs: number
  readonly until: number
}

/**
 * Work, then wait: never more than one request in flight. Errors in `ask` or `report` don't stop it.
 * Each kind of request backs off by its own failures.
 */
export function createPoller<Question, Answer>(parts: PollerParts<Question, Answer>): Poller {
  const { clock, random, intervalMs, log } = parts
  const held = new Map<Question, Held>()
  let running = false
  let current: {
    readonly question: Question
    readonly aborter: AbortController
    readonly done: Promise<void>
  } | null = null
  /** A request that someone waits for and that the budget delays. */
  let pending: { readonly done: Promise<void>; readonly settle: () => void } | null = null
  let cancelWait = (): void => {}

  /** A clock that was set back must not make a request wait longer than planned, counted from then. */
  function heldUntil(question: Question): number {
    const one = held.get(question)
    if (one === undefined) return 0
    const latest = clock.now() + one.waitMs
    if (one.until <= latest) return one.until
    held.set(question, { ...one, until: latest })
    return latest
  }

  async function ask1(question: Question, signal: AbortSignal): Promise<Attempt<Answer>> {
    try {
      return await parts.ask(question, signal)
    } catch (error) {
      log(`poll threw: ${error instanceof Error ? error.name : 'unknown'}`)
      return { kind: 'unreachable', why: 'network' }
    }
  }

  function noteOutcome(question: Question, attempt: Attempt<Answer>): void {
    if (attempt.kind === 'reached') return void held.delete(question)
    const failures = (held.get(question)?.failures ?? 0) + 1
    const wait = backoffMs(attempt, failures, intervalMs, random(), parts.maxBackoffMs?.(question))
    held.set(question, { failures, waitMs: wait, until: clock.now() + wait })
  }

  async function poll(question: Question, aborter: AbortController): Promise<void> {
    const attempt = await ask1(question, aborter.signal)
    if (aborter.signal.aborted) return
    current = null
    noteOutcome(question, attempt)
    try {
      parts.report(question, attempt)
    } catch (error) {
      log(`a listener threw: ${error instanceof Error ? error.name : 'unknown'}`)
    }
    replan()
  }

  function begin(question: Question): Promise<void> {
    cancelWait()
    const waiting = pending
    pending = null
    const aborter = new AbortController()
    const done = poll(question, aborter)
    current = { question, aborter, done }
    if (waiting !== null) void done.then(waiting.settle)
    return done
  }

  function replan(): void {
    if (!running || current !== null) return
    cancelWait()
    const { question, waitMs } = parts.plan(heldUntil, pending !== null)
    cancelWait = clock.after(waitMs, () => void begin(question))
  }

  function pollNow(): Promise<void> {
    if (!running) return Promise.resolve()
    const { question, waitMs } = parts.plan(heldUntil, true)
    if (current !== null && current.question === question) return current.done
    if (current === null && waitMs <= 0) return begin(question)
    pending ??= promised()
    replan()
    return pending.done
  }

  function halt(): void {
    cancelWait()
    current?.aborter.abort()
    current = null
    pending?.settle()
    pending = null
  }

  return {
    start() {
      if (running) return
      running = true
      void pollNow()
    },
    stop() {
      running = false
      halt()
    },
    pollNow,
    restart() {
      halt()
      held.clear()
      running = true
      return pollNow()
    },
    replan,
  }
}

function promised(): { readonly done: Promise<void>; readonly settle: () => void } {
  let settle = (): void => {}
  const done = new Promise<void>((resolve) => {
    settle = resolve
  })
  return { done, settle }
}
