import type { Clock } from '../clock.ts'
import type { Attempt } from '../telephony/attempt.ts'
import { backoffMs } from './backoff.ts'

export interface PollerParts<Answer> {
  readonly clock: Clock
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number
  readonly intervalMs: number
  readonly ask: (signal: AbortSignal) => Promise<Attempt<Answer>>
  /** Told each outcome, good or bad; never one that was aborted. */
  readonly tell: (attempt: Attempt<Answer>) => void
  readonly log: (line: string) => void
}

export interface Poller {
  start(): void
  /** Aborts what is in flight and asks nothing more until `start`. */
  stop(): void
  /** Asks at once, or joins the question in flight. Settles when answered; at once when stopped. */
  pollNow(): Promise<void>
  /** Drops the question in flight (it may hang on a network that is gone), forgets failures, asks at once. */
  restart(): Promise<void>
}

/** Work, then wait: one question in flight, never a second one beside it. Nothing that `ask` or `tell` does ends it. */
export function createPoller<Answer>({
  clock,
  random,
  intervalMs,
  ask,
  tell,
  log,
}: PollerParts<Answer>): Poller {
  let running = false
  let failures = 0
  let current: { readonly aborter: AbortController; readonly done: Promise<void> } | null = null
  let cancelWait = (): void => {}

  async function ask1(signal: AbortSignal): Promise<Attempt<Answer>> {
    try {
      return await ask(signal)
    } catch (error) {
      log(`poll threw: ${error instanceof Error ? error.name : 'unknown'}`)
      return { kind: 'unreachable', why: 'network' }
    }
  }

  async function poll(aborter: AbortController): Promise<void> {
    const attempt = await ask1(aborter.signal)
    if (aborter.signal.aborted) return
    current = null
    failures = attempt.kind === 'reached' ? 0 : failures + 1
    const wait = attempt.kind === 'reached' ? intervalMs : backoffMs(attempt, failures, intervalMs, random())
    cancelWait = clock.after(wait, () => void pollNow())
    try {
      tell(attempt)
    } catch (error) {
      log(`a listener threw: ${error instanceof Error ? error.name : 'unknown'}`)
    }
  }

  function pollNow(): Promise<void> {
    if (!running) return Promise.resolve()
    if (current !== null) return current.done
    cancelWait()
    const aborter = new AbortController()
    const done = poll(aborter)
    current = { aborter, done }
    return done
  }

  function halt(): void {
    cancelWait()
    current?.aborter.abort()
    current = null
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
      failures = 0
      running = true
      return pollNow()
    },
  }
}
