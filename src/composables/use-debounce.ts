import { onScopeDispose } from 'vue'
import { useClock } from './use-clock.ts'

/** A debounced job: it waits until it has not been requested for a while. */
export interface Later {
  /** Runs `job` after `ms`, replacing the waiting one. */
  readonly run: (ms: number, job: () => void) => void
  /** Runs the waiting job at once, if any. */
  readonly flush: () => void
}

/** One waiting job; cancelled when the caller is unmounted. */
export function useDebounce(): Later {
  const clock = useClock()
  let waiting: (() => void) | null = null
  let takeBack = (): void => undefined

  function flush(): void {
    takeBack()
    const job = waiting
    waiting = null
    job?.()
  }

  function run(ms: number, job: () => void): void {
    takeBack()
    waiting = job
    takeBack = clock.after(ms, flush)
  }

  onScopeDispose(() => takeBack())
  return { run, flush }
}
