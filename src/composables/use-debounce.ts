import { onScopeDispose } from 'vue'
import { useClock } from './use-clock.ts'

/** A job that waits until nobody has asked for it again for a while. */
export interface Later {
  /** Runs `job` after `ms`, in place of the one that waits. */
  readonly run: (ms: number, job: () => void) => void
  /** Runs at once what waits, if anything. */
  readonly flush: () => void
}

/** One waiting job; taken back when the caller ends. */
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
