import type { Failure } from '../connection.ts'

/** Whether a request without a successful response may have been carried out. */
export function mayHaveArrived(failure: Failure): boolean {
  switch (failure.kind) {
    case 'refused':
    case 'limited':
      return false
    case 'faulty':
      return failure.status < 400 || failure.status > 499
    case 'malformed':
      return failure.why !== 'redirect'
    case 'unreachable':
      return MAY_ARRIVE.has(failure.why)
  }
}

/** All other failures happen before the first byte is sent. */
const MAY_ARRIVE: ReadonlySet<string> = new Set(['connection-lost', 'timeout', 'aborted', 'network'])
