import { ENDPOINTS, type Endpoint } from '../api/endpoint.ts'
import type { FaultKind } from '../faults/fault.ts'

/** One request to the API, without its content. */
export interface LoggedRequest {
  /** Epoch ms by this computer's clock. */
  readonly at: number
  readonly endpoint: Endpoint
  readonly method: string
  /** Where the code was sent, which should never be `url`. */
  readonly codeIn: 'body' | 'url' | 'none'
  /** HTTP status; 0 if no response was started; null while in progress. */
  status: number | null
  /** From arrival to end, ms; null while in progress. */
  tookMs: number | null
  fault: FaultKind | null
}

export interface RequestSummary {
  readonly total: number
  readonly counts: Readonly<Record<Endpoint, number>>
  /** The most requests that arrived within 60 s, at any time. */
  readonly mostInAMinute: number
  /** The most requests that were in progress at the same time. */
  readonly mostAtOnce: number
  /** Newest last. */
  readonly recent: readonly Readonly<LoggedRequest>[]
}

/** The requests to the API, for users and tests to look at. */
export interface RequestLog {
  begin(endpoint: Endpoint, method: string, codeIn: LoggedRequest['codeIn']): LoggedRequest
  end(entry: LoggedRequest, status: number): void
  summary(): RequestSummary
  clear(): void
}

const NONE: Readonly<Record<Endpoint, number>> = {
  ...{ extensions: 0, queues: 0, mute: 0, dial: 0, status: 0 },
  'call-log': 0,
}

const KEPT = 500 // about forty minutes with one poll every 5 s

const MINUTE_MS = 60_000

/** An empty log on the clock `now` (epoch ms). */
export function createRequestLog(now: () => number): RequestLog {
  let recent: LoggedRequest[] = []
  let counts = NONE
  let lastMinute: number[] = []
  let underWay = 0
  let most = { inAMinute: 0, atOnce: 0 }
  return {
    begin(endpoint, method, codeIn) {
      const entry = { at: now(), endpoint, method, codeIn, status: null, tookMs: null, fault: null }
      counts = { ...counts, [endpoint]: counts[endpoint] + 1 }
      recent = [...recent.slice(1 - KEPT), entry]
      lastMinute = [...lastMinute.filter((at) => entry.at - at < MINUTE_MS), entry.at]
      underWay += 1
      most = {
        inAMinute: Math.max(most.inAMinute, lastMinute.length),
        atOnce: Math.max(most.atOnce, underWay),
      }
      return entry
    },
    end(entry, status) {
      entry.status = status
      entry.tookMs = now() - entry.at
      underWay -= 1
    },
    summary: () => ({
      total: ENDPOINTS.reduce((sum, endpoint) => sum + counts[endpoint], 0),
      counts: { ...counts },
      mostInAMinute: most.inAMinute,
      mostAtOnce: most.atOnce,
      recent,
    }),
    clear() {
      recent = []
      counts = NONE
      lastMinute = []
      most = { inAMinute: 0, atOnce: underWay }
    },
  }
}
