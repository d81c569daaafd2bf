import { ENDPOINTS, type Endpoint } from '../api/endpoint.ts'
import { CALL_LOG_QUIRKS } from '../api/call-log-quirks.ts'
import { isWhole, type Parameters } from '../api/parameters.ts'

/** A way to fail. */
export type FaultKind = (typeof FAULT_KINDS)[number]

/** In the order in which the control page offers them. */
export const FAULT_KINDS = [
  'delay',
  '401',
  '403',
  '404',
  '429',
  '500',
  'internal-error',
  'half-body',
  'cut-short',
  'web-page',
  'not-json',
  'wrong-shape',
  'redirect',
  'too-large',
  'dropped',
  'not-done',
  'said-done',
  'lost-answer',
  'declined-1',
  'declined-2',
  'declined-3',
  'declined-4',
  'as-text',
  'as-xml',
  'xml',
  'in-use',
  'error-on-update',
  ...CALL_LOG_QUIRKS,
] as const

export interface Fault {
  readonly kind: FaultKind
  /** How many more requests it affects; null: until cleared. */
  readonly count: number | null
  /** Before the response, whatever it is. */
  readonly delayMs: number
  /** Seconds, with a 429; null: no such header. */
  readonly retryAfter: number | null
  readonly endpoint: Endpoint | 'everyone' | 'all'
  /** How long it lasts, in seconds of the world's time; null or absent: until cleared. */
  readonly seconds?: number | null
}

const LONGEST_DELAY_MS = 600_000 // nobody waits longer, and a forgotten fault should end
const USUAL_DELAY_MS = 3_000

/** The requested fault, or a sentence that says what is wrong with it. */
export function readFault(asked: Parameters): Fault | string {
  const kind = FAULT_KINDS.find((one) => one === String(asked['kind']))
  if (kind === undefined) return `kind must be one of: ${FAULT_KINDS.join(', ')}`
  const { count = null, delayMs = kind === 'delay' ? USUAL_DELAY_MS : 0, retryAfter = null } = asked
  const { seconds = null } = asked
  if (count !== null && !isWhole(count, 1, 1_000_000)) return 'count must be a whole number from 1'
  if (!isWhole(delayMs, 0, LONGEST_DELAY_MS))
    return `delayMs must be a whole number from 0 to ${LONGEST_DELAY_MS}`
  if (retryAfter !== null && !isWhole(retryAfter, 0, 86_400))
    return 'retryAfter must be whole seconds from 0 to 86400'
  if (seconds !== null && !isWhole(seconds, 1, 86_400)) return 'seconds must be whole seconds from 1 to 86400'
  const endpoint = [...ENDPOINTS, 'everyone' as const, 'all' as const].find(
    (one) => one === (asked['endpoint'] ?? 'all'),
  )
  if (endpoint === undefined) return `endpoint must be one of: ${ENDPOINTS.join(', ')}, everyone, all`
  return { kind, count, delayMs, retryAfter, endpoint, seconds }
}
