import type { Failure } from '../connection.ts'

/**
 * Whether a failed delivery is worth another try. `once`: only when the receiver certainly didn't accept it; after a
 * timeout or a lost connection it may have.
 */
export function mayRetry(failure: Failure, once: boolean): boolean {
  switch (failure.kind) {
    case 'limited':
      return true
    case 'faulty':
      return failure.status === 503 || (!once && (failure.status >= 500 || failure.status === 408))
    case 'malformed':
      return failure.why !== 'redirect' && !once
    case 'refused':
      return false
    case 'unreachable':
      return mayReach(failure.why, once)
  }
}

function mayReach(why: Extract<Failure, { kind: 'unreachable' }>['why'], once: boolean): boolean {
  switch (why) {
    case 'dns':
    case 'connection-refused':
    case 'proxy-login':
      return true
    case 'timeout':
    case 'connection-lost':
    case 'network':
      return !once
    // An invalid certificate stays invalid for a while; events sent after it is fixed are accepted.
    case 'tls':
    case 'insecure-url':
    case 'aborted':
      return false
  }
}
