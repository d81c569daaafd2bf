import { CALL_LOG_KINDS } from './call-log-faults.ts'
import type { CentreProcess } from './centre-process.ts'

/** One thing that goes wrong, and how it is repaired. */
export interface FaultCase {
  readonly name: string
  /** True if it is believed only when a second response says the same. */
  readonly needsSecond?: true
  fail(): Promise<unknown>
  repair(): Promise<unknown>
}

/** Where the session's requests really go, and with which code: what a case can change between session and centre. */
export interface Detour {
  origin: string | null
  code: string | null
  extension: string | null
}

interface SimulatedFault {
  readonly kind: string
  readonly delayMs?: number
  readonly retryAfter?: number
}

/** Each of the simulator's faults, in words for the reader; a fault may have several forms. */
const SIMULATED: readonly (readonly [name: string, fault: SimulatedFault])[] = [
  ['a response after 3 s', { kind: 'delay', delayMs: 3_000 }],
  ['no response for 20 s', { kind: 'delay', delayMs: 20_000 }],
  ['HTTP 401', { kind: '401' }],
  ['HTTP 403', { kind: '403' }],
  ['HTTP 404', { kind: '404' }],
  ['HTTP 429, Retry-After 10', { kind: '429', retryAfter: 10 }],
  ['HTTP 429 without Retry-After', { kind: '429' }],
  ['HTTP 500', { kind: '500' }],
  ['ERR 2, "Internal error."', { kind: 'internal-error' }],
  ['half a body, then the connection is lost', { kind: 'half-body' }],
  ['half a body, then the connection is closed normally', { kind: 'cut-short' }],
  ['a web page with HTTP 200', { kind: 'web-page' }],
  ['broken JSON', { kind: 'not-json' }],
  ['JSON of another service', { kind: 'wrong-shape' }],
  ['a redirect', { kind: 'redirect' }],
  ['a body of 33 MB', { kind: 'too-large' }],
  ['the connection dropped without a response', { kind: 'dropped' }],
]

/** Failures that occur only when something is changed, which this page doesn't cover. */
const OF_ACTING = [
  ...['not-done', 'said-done', 'lost-answer', 'in-use', 'error-on-update', 'xml'],
  ...['declined-1', 'declined-2', 'declined-3', 'declined-4', 'as-text', 'as-xml'],
]

/** Every fault that the simulator knows must be among these. */
export const SIMULATED_KINDS: ReadonlySet<string> = new Set([
  ...SIMULATED.map(([, { kind }]) => kind),
  ...CALL_LOG_KINDS,
  ...OF_ACTING,
])

/** All cases, the simulator's own first. `deadOrigin`: an address where nothing listens. */
export function faultCases(centre: CentreProcess, detour: Detour, deadOrigin: string): readonly FaultCase[] {
  const wire = (name: string, change: Partial<Detour>): FaultCase => ({
    name,
    fail: () => Promise.resolve(Object.assign(detour, change)),
    repair: () => Promise.resolve(Object.assign(detour, { origin: null, code: null, extension: null })),
  })
  return [
    ...SIMULATED.map(([name, fault]): FaultCase => ({
      name,
      fail: () => centre.sim('fault', fault),
      repair: () => centre.sim('fault', {}, 'DELETE'),
    })),
    { ...wire('a wrong code', { code: 'not-the-code' }), needsSecond: true },
    { ...wire('an unknown extension', { extension: 'NOBODY99' }), needsSecond: true },
    wire('a host name that doesn’t exist in DNS', { origin: 'https://ringside-fault-table.invalid' }),
    wire('no TLS where there should be', { origin: centre.origin().replace('http:', 'https:') }),
    wire('a port on which nothing listens', { origin: deadOrigin }),
    { name: 'the server stopped, and started again', fail: centre.stop, repair: centre.start },
  ]
}
