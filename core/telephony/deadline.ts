import type { Clock } from '../clock.ts'
import type { Failure } from '../connection.ts'

/**
 * Runs `work` until it is done, `ms` have passed or `signal` aborts, whichever comes first. The work's own signal
 * then aborts, without waiting for its outcome: even a fetch that ignores its signal delays nobody.
 */
export function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  ms: number,
  signal: AbortSignal,
  after: Clock['after'],
): Promise<T | Failure> {
  const ending = new AbortController()
  return new Promise<T | Failure>((resolve, reject) => {
    const end = (why: 'timeout' | 'aborted'): void => {
      close()
      resolve({ kind: 'unreachable', why })
      ending.abort()
    }
    const abort = (): void => end('aborted')
    const takeBack = after(ms, () => end('timeout'))
    const close = (): void => {
      takeBack()
      signal.removeEventListener('abort', abort)
    }
    signal.addEventListener('abort', abort)
    work(ending.signal).then(resolve, reject).finally(close)
  })
}
