import { mayFire } from '../crm/fired-store.ts'
import type { FiredStore } from '../crm/fired-store.ts'
import { MINUTE_MS } from '../clock.ts'
import type { Failure } from '../connection.ts'
import { doneOnceMore, type DoneAt } from '../per-minute.ts'
import { backoffMs } from '../polling/backoff.ts'
import type { AlertDelivery } from './delivery.ts'
import { mayRetry } from './may-retry.ts'
import { postDelivery } from './post-delivery.ts'
import type { PostParts } from './post-delivery.ts'
import { NOTHING_SENT } from './webhook-state.ts'
import type { GivenUp, WebhookState } from './webhook-state.ts'

export const MAX_WAITING = 100 // an hour of a busy agent; after a longer outage older events are of little use
export const MAX_PER_MINUTE = 120 // 30 new calls with all their events, so that one response can't flood the receiver
export const MAX_TRIES = 6 // about a minute and a half in all
const FIRST_WAIT_MS = 1_000
const MAX_GIVEN_UP = 20 // what a settings view shows

export interface WebhookParts extends PostParts {
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number
  /** Where sent events are stored: then each type of event is sent at most once per call. Null: at least once. */
  readonly once: FiredStore | null
}

export type Webhook = ReturnType<typeof createWebhook>

interface Job {
  readonly delivery: AlertDelivery
  tries: number
}

/**
 * Sends deliveries in order, one at a time, at most MAX_PER_MINUTE; a failed one is retried with back-off before the
 * next.
 */
export function createWebhook(parts: WebhookParts) {
  const { clock, random, once } = parts
  const listeners = new Set<(state: WebhookState) => void>()
  const ending = new AbortController()
  const queue: Job[] = []
  let busy = false
  let cancelWait = (): void => undefined
  let sentAt: DoneAt = []
  let state = NOTHING_SENT
  const stopped = (): boolean => ending.signal.aborted

  function become(change: Partial<WebhookState>): void {
    state = { ...state, ...change, waiting: queue.length }
    for (const listener of [...listeners]) {
      try {
        listener(state)
      } catch {
        // A failing view must not block deliveries.
      }
    }
  }

  function giveUp(
    { delivery: { id, type }, tries }: Job,
    why: GivenUp['why'],
    retrying: WebhookState['retrying'] = null,
  ): void {
    const one: GivenUp = { at: clock.now(), id, type, tries, why }
    become({
      givenUp: [one, ...state.givenUp].slice(0, MAX_GIVEN_UP),
      lost: state.lost + 1,
      retrying,
    })
  }

  /** True when this job may be sent now; its first try is stored before it is made. */
  function mayGo(job: Job): boolean {
    if (once === null || job.tries > 0) return true
    const may = mayFire(once, `webhook ${job.delivery.type}`, job.delivery.call)
    if (may === 'yes') return true
    queue.shift()
    if (may === 'not-stored') giveUp(job, { kind: 'not-stored' })
    else become({})
    return false
  }

  async function work(): Promise<void> {
    if (busy) return
    busy = true
    for (let job = queue[0]; job !== undefined && !stopped(); job = queue[0]) {
      const sent = doneOnceMore(sentAt, clock.now(), MAX_PER_MINUTE)
      if (sent === null) return workAfter((sentAt[0] ?? 0) + MINUTE_MS - clock.now())
      if (!mayGo(job)) continue
      sentAt = sent
      job.tries += 1
      const failure = await postDelivery(parts, job.delivery, ending.signal)
      if (stopped()) return
      if (failure !== null && wait(job, failure)) return
      queue.shift()
      if (failure === null)
        become({ delivered: state.delivered + 1, lastDeliveredAt: clock.now(), retrying: null })
      else giveUp(job, failure)
    }
    busy = false
  }

  /** False when it isn't worth another try. */
  function wait({ tries }: Job, why: Failure): boolean {
    if (tries >= MAX_TRIES || !mayRetry(why, once !== null)) return false
    const ms = backoffMs(why, tries, FIRST_WAIT_MS, random())
    become({ retrying: { why, tries, nextAt: clock.now() + ms } })
    workAfter(ms)
    return true
  }

  function workAfter(ms: number): void {
    cancelWait = clock.after(ms, () => {
      busy = false
      void work()
    })
  }

  return {
    /** Returns at once and never throws: no alert waits for it. */
    send(delivery: AlertDelivery): void {
      if (stopped()) return
      queue.push({ delivery, tries: 0 })
      // The first one is in flight.
      const [oldest] = queue.length > MAX_WAITING ? queue.splice(1, 1) : []
      if (oldest === undefined) become({})
      else giveUp(oldest, { kind: 'queue-full' }, state.retrying)
      clock.after(0, () => void work()) // the alert has priority
    },
    state: (): WebhookState => state,
    /** Called after each change. Returns a function that unsubscribes. */
    subscribe(listener: (state: WebhookState) => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Drops what is waiting and what is in flight. */
    stop(): void {
      cancelWait()
      listeners.clear()
      queue.length = 0
      ending.abort()
    },
  }
}
