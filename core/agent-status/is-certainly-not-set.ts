import type { NotSet } from './status-state.ts'

/** True if the status was certainly not set. After a timeout, a broken response or a server error, it may have been. */
export function isCertainlyNotSet(why: NotSet): boolean {
  switch (why.kind) {
    case 'not-set':
      return why.why !== 'their-fault' && why.why !== 'other'
    case 'refused':
    case 'limited':
      return true
    case 'faulty':
      return why.err !== null || why.status < 500
    case 'malformed':
      return why.why === 'web-page' || why.why === 'redirect'
    case 'unreachable':
      return why.why !== 'timeout' && why.why !== 'connection-lost' && why.why !== 'network'
  }
}
