import { ENDPOINTS, type Endpoint } from '../api/endpoint.ts'
import type { FaultKind } from '../faults/fault.ts'

/** One request to the API: never what it said. */
export interface LoggedRequest {
  /** Epoch ms by this computer's clock. */
  readonly at: number
  readonly endpoint: Endpoint
  readonly method: string
  /** Where the code came, which should never be `url`. */
  readonly codeIn: 'body' | 'url' | 'none'
  /** HTTP status; 0 when no answer was begun; null while it is under way. */
  status: number | null
  /** From arrival to end, ms; null while under way. */
  tookMs: number | null
  fault: FaultKind | null
}

export interface RequestSummary {
  readonly total: number
  readonly counts: Readonly<Record<Endpoint, number>>
  /** Most that arrived within 60 s, whenever that was. */
  readonly mostInAMinute: number
  /** Most that were under way at the same time. */
  readonly mostAtOnce: number
  /** Newest last. */
  readonly recent: readonly Readonly<LoggedRequest>[]
}

/** What was asked of the API, for a person and for tests to look at. */
export interface RequestLog {
  begin(endpoint: Endpoint, method: string, codeIn: LoggedRequest['codeIn']): LoggedRequest
  end(entry: LoggedRequest, status: number): void
  summary(): RequestSummary
  clear(): void
}

const KEPT = 500 // some forty minutes at one poll every 5 s

const MINUTE_MS = 60_000
const NONE: Readonly<Record<Endpoint, number>> = { extensions: 0, queues: 0, mute: 0, dial: 0 }

/** An empty log on the clock `now` (epoch ms). */
export function createRequestLog(now: () => number): RequestLog {
  let recent: LoggedRequest[] = []
  let counts = { ...NONE }
  let lastMinute: number[] = []
  let underWay = 0
  let most = { inAMinute: 0, atOnce: 0 }
  return {
    begin(endpoint, method, codeIn) {
      const entry = { at: now(), endpoint, method, codeIn, status: null, tookMs: null, fault: null }
      counts[endpoint] += 1
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
      counts = { ...NONE }
      lastMinute = []
      most = { inAMinute: 0, atOnce: underWay }
    },
  }
}
