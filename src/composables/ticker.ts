import { shallowReadonly, shallowRef, type Ref } from 'vue'
import type { Clock } from '../../core/clock.ts'

/** One clock for the entire window. */
export interface Ticker {
  /** Epoch ms, updated at each full second while in use and the page is visible. */
  readonly now: Readonly<Ref<number>>
  /** Returns a function that unsubscribes. */
  use(): () => void
}

/** A ticker that stops while the page is hidden or it has no users: a hidden window costs nothing. */
export function createTicker(clock: Clock, page: Document): Ticker {
  const now = shallowRef(clock.now())
  let users = 0
  let stop: (() => void) | null = null

  function tick(): void {
    now.value = clock.now()
    stop = clock.after(1000 - (now.value % 1000), tick)
  }

  function settle(): void {
    stop?.()
    stop = null
    if (users > 0 && page.visibilityState === 'visible') tick()
  }

  function use(): () => void {
    users += 1
    if (users === 1) {
      page.addEventListener('visibilitychange', settle)
      settle()
    }
    return leave
  }

  function leave(): void {
    users -= 1
    if (users > 0) return
    page.removeEventListener('visibilitychange', settle)
    settle()
  }

  return { now: shallowReadonly(now), use }
}
