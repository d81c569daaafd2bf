import type { Clock } from '../clock.ts'
import type { Attempt } from '../telephony/attempt.ts'
import { backoffMs } from './backoff.ts'

/** What to request next, and how long to wait before that. */
export interface Planned<Kind> {
  readonly kind: Kind
  readonly waitMs: number
}

export interface PollerParts<Kind, Answer> {
  readonly clock: Clock
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number
  /** The minimum wait after a failure, ms. */
  readonly intervalMs: number
  /**
   * The next request. `heldUntil` returns when one may be sent again after its failures (epoch ms by the clock, 0 when
   * it is free); `atOnce`: requested by the user or a wake-up, so only the budget may delay it.
   */
  readonly plan: (heldUntil: (kind: Kind) => number, atOnce: boolean) => Planned<Kind>
  readonly ask: (kind: Kind, signal: AbortSignal) => Promise<Attempt<Answer>>
  /** Called with each outcome, good or bad; never with one that was aborted. */
  readonly report: (kind: Kind, attempt: Attempt<Answer>) => void
  /** The longest wait after failures, ms; less important requests may wait longer. */
  readonly maxBackoffMs?: (kind: Kind) => number | undefined
  readonly log: (line: string) => void
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
export function createPoller<Kind, Answer>(parts: PollerParts<Kind, Answer>) {
  const { clock, random, intervalMs, log } = parts
  const held = new Map<Kind, Held>()
  let running = false
  let current: {
    readonly kind: Kind
    readonly aborter: AbortController
    readonly done: Promise<void>
  } | null = null
  /** A request that someone waits for and that the budget delays. */
  let pending: PromiseWithResolvers<void> | null = null
  let cancelWait = (): void => {}

  /** A clock that was set back must not make a request wait longer than planned, counted from then. */
  function heldUntil(kind: Kind): number {
    const one = held.get(kind)
    if (one === undefined) return 0
    const latest = clock.now() + one.waitMs
    if (one.until <= latest) return one.until
    held.set(kind, { ...one, until: latest })
    return latest
  }

  async function ask1(kind: Kind, signal: AbortSignal): Promise<Attempt<Answer>> {
    try {
      return await parts.ask(kind, signal)
    } catch (error) {
      log(`poll threw: ${error instanceof Error ? error.name : 'unknown'}`)
      return { kind: 'unreachable', why: 'network' }
    }
  }

  function noteOutcome(kind: Kind, attempt: Attempt<Answer>): void {
    if (attempt.kind === 'reached') return void held.delete(kind)
    const failures = (held.get(kind)?.failures ?? 0) + 1
    const wait = backoffMs(attempt, failures, intervalMs, random(), parts.maxBackoffMs?.(kind))
    held.set(kind, { failures, waitMs: wait, until: clock.now() + wait })
  }

  async function poll(kind: Kind, aborter: AbortController): Promise<void> {
    const attempt = await ask1(kind, aborter.signal)
    if (aborter.signal.aborted) return
    current = null
    noteOutcome(kind, attempt)
    try {
      parts.report(kind, attempt)
    } catch (error) {
      log(`a listener threw: ${error instanceof Error ? error.name : 'unknown'}`)
    }
    replan()
  }

  function begin(kind: Kind): Promise<void> {
    cancelWait()
    const waiting = pending
    pending = null
    const aborter = new AbortController()
    const done = poll(kind, aborter)
    current = { kind, aborter, done }
    if (waiting !== null) void done.then(waiting.resolve)
    return done
  }

  /** Plans again, because what the plan depends on has changed. */
  function replan(): void {
    if (!running || current !== null) return
    cancelWait()
    const { kind, waitMs } = parts.plan(heldUntil, pending !== null)
    cancelWait = clock.after(waitMs, () => void begin(kind))
  }

  /** Polls at once, or joins the same request in flight. Settles with its outcome; at once when stopped. */
  function pollNow(): Promise<void> {
    if (!running) return Promise.resolve()
    const { kind, waitMs } = parts.plan(heldUntil, true)
    if (current !== null && current.kind === kind) return current.done
    if (current === null && waitMs <= 0) return begin(kind)
    pending ??= Promise.withResolvers()
    replan()
    return pending.promise
  }

  function halt(): void {
    cancelWait()
    current?.aborter.abort()
    current = null
    pending?.resolve()
    pending = null
  }

  return {
    start() {
      if (running) return
      running = true
      void pollNow()
    },
    /** Aborts the request in flight and sends nothing until `start`. */
    stop() {
      running = false
      halt()
    },
    pollNow,
    /** Drops the request in flight (it may hang on a lost network), forgets failures, polls at once. */
    restart() {
      halt()
      held.clear()
      running = true
      return pollNow()
    },
    replan,
  }
}
