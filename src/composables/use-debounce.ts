import { onScopeDispose } from 'vue'
import { useClock } from './use-clock.ts'

/** A debounced job: it waits until it has not been requested for a while. */
export interface Later {
  /** Runs `job` after `ms`, replacing the waiting one. */
  readonly run: (ms: number, job: () => void) => void
  /** Runs the waiting job at once, if any. */
  readonly flush: () => void
  readonly cancel: () => void
}

/** One waiting job; cancelled when the caller is unmounted. */
export function useDebounce(): Later {
  const clock = useClock()
  let waiting: (() => void) | null = null
  let stop = (): void => undefined

  function cancel(): void {
    stop()
    waiting = null
  }

  function flush(): void {
    const job = waiting
    cancel()
    job?.()
  }

  function run(ms: number, job: () => void): void {
    cancel()
    waiting = job
    stop = clock.after(ms, flush)
  }

  onScopeDispose(() => stop())
  return { run, flush, cancel }
}
