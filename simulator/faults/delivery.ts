import { isCallLogQuirk, type CallLogQuirk } from '../api/call-log-quirks.ts'
import { xmlOf } from '../api/dial-answer.ts'
import type { Fault, FaultKind } from './fault.ts'

/** What is sent for one request. */
export type AlertDelivery =
  | {
      readonly kind: 'whole'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  /** Announced in full, cut off half-way. */
  | { readonly kind: 'half'; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  | { readonly kind: 'dropped' }

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }
const PAGE_TYPE = { 'content-type': 'text/html; charset=utf-8' }
const XML_TYPE = { 'content-type': 'text/xml; charset=utf-8' }
const TOO_LARGE_BYTES = 33 * 1024 * 1024 // above the 32 MB that a reader should accept

const page = (title: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`

const whole = (
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = JSON_TYPE,
): AlertDelivery => ({ kind: 'whole', status, headers, body })

/** What MuteUnmuteCalls says, whatever happened. */
const muted = (ErrorCode: string, Message: string): string =>
  JSON.stringify({ ErrorCode, Message, ActionID: '0'.repeat(32) })

const REASONS = ['OK', 'Wrong parameters', 'Internal error', 'Extension is offline', 'Blocked']

/** What Click2Call responds if it does nothing. */
const declined = (ERRORCODE: number): string =>
  JSON.stringify({ ERRORCODE, ERRORMESSAGE: REASONS[ERRORCODE] ?? '', CALLID: '' })

/** What SetStatusFromAPI responds, whatever it did. */
const status = (Status: number, StatusError: number, StatusErroMessage: string): string =>
  JSON.stringify({ Status, StatusError, StatusErroMessage })

/** What a request gets under a fault. `answer` is called only if the real response is needed, and then takes effect. */
export const deliveryFor = (fault: Fault | null, answer: () => string): AlertDelivery =>
  fault === null || isCallLogQuirk(fault.kind)
    ? whole(200, answer())
    : DELIVERIES[fault.kind](answer, fault.retryAfter)

type Deliver = (answer: () => string, retryAfter: number | null) => AlertDelivery

/** Whatever the real response would be. */
const always = (status: number, body: string, headers = JSON_TYPE): Deliver => {
  const delivery = whole(status, body, headers)
  return () => delivery
}

const DELIVERIES: Readonly<Record<Exclude<FaultKind, CallLogQuirk>, Deliver>> = {
  delay: (answer) => whole(200, answer()),
  '401': always(401, page('Unauthorized'), PAGE_TYPE),
  '403': always(403, page('403 - Forbidden: access is denied.'), PAGE_TYPE),
  '404': always(404, page('404 - File or directory not found.'), PAGE_TYPE),
  '429'(_answer, retryAfter) {
    const after = retryAfter === null ? {} : { 'retry-after': String(retryAfter) }
    return whole(429, page('Too many requests'), { ...PAGE_TYPE, ...after })
  },
  '500': always(500, page('Server error in application'), PAGE_TYPE),
  'internal-error': always(200, JSON.stringify({ ERR: 2, DESC: 'Internal error.' })),
  'half-body': (answer) => ({ kind: 'half', headers: JSON_TYPE, body: answer() }),
  'cut-short'(answer) {
    const body = answer()
    return whole(200, body.slice(0, Math.ceil(body.length / 2)))
  },
  'web-page': always(200, page('Sign in to the guest network'), PAGE_TYPE),
  'not-json': always(200, '{"ERR":0,"DESC":"OK","EXTENSIONS":[}'),
  'wrong-shape': always(200, JSON.stringify({ status: 'ok', data: { items: [] } })),
  redirect: () => whole(302, '', { location: '/elsewhere' }),
  'too-large': () =>
    whole(200, JSON.stringify({ ERR: 0, DESC: 'x'.repeat(TOO_LARGE_BYTES), EXTENSIONS: [] })),
  dropped: () => ({ kind: 'dropped' }),
  xml: always(200, '<?xml version="1.0"?><Answer><ERRORCODE>0</ERRORCODE></Answer>', XML_TYPE),
  'in-use': always(200, status(3, 1, 'Extension is already in use')),
  'error-on-update': always(200, status(1, 4, 'Error on update')),
  'not-done': always(200, muted('500', 'Action failed')),
  'said-done': always(200, muted('200', 'Success')),
  'lost-answer'(answer) {
    answer()
    return { kind: 'dropped' }
  },
  'declined-1': always(200, declined(1)),
  'declined-2': always(200, declined(2)),
  'declined-3': always(200, declined(3)),
  'declined-4': always(200, declined(4)),
  'as-text': (answer) => whole(200, answer().replace(/"ERRORCODE":(\d+)/, '"ERRORCODE":"$1"')),
  'as-xml': (answer) => whole(200, xmlOf(answer()), XML_TYPE),
}
