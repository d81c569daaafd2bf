import { isCallLogQuirk } from '../api/call-log-quirks.ts'
import { xmlOf } from '../api/dial-answer.ts'
import type { Fault } from './fault.ts'

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
): AlertDelivery => ({
  kind: 'whole',
  status,
  headers,
  body,
})

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
export function deliveryFor(fault: Fault | null, answer: () => string): AlertDelivery {
  const kind = fault?.kind
  if (isCallLogQuirk(kind)) return whole(200, answer())
  switch (kind) {
    case undefined:
    case 'delay':
      return whole(200, answer())
    case '401':
      return whole(401, page('Unauthorized'), PAGE_TYPE)
    case '403':
      return whole(403, page('403 - Forbidden: access is denied.'), PAGE_TYPE)
    case '404':
      return whole(404, page('404 - File or directory not found.'), PAGE_TYPE)
    case '429': {
      const { retryAfter = null } = fault ?? {}
      const after = retryAfter === null ? {} : { 'retry-after': String(retryAfter) }
      return whole(429, page('Too many requests'), { ...PAGE_TYPE, ...after })
    }
    case '500':
      return whole(500, page('Server error in application'), PAGE_TYPE)
    case 'internal-error':
      return whole(200, JSON.stringify({ ERR: 2, DESC: 'Internal error.' }))
    case 'half-body':
      return { kind: 'half', headers: JSON_TYPE, body: answer() }
    case 'cut-short': {
      const body = answer()
      return whole(200, body.slice(0, Math.ceil(body.length / 2)))
    }
    case 'web-page':
      return whole(200, page('Sign in to the guest network'), PAGE_TYPE)
    case 'not-json':
      return whole(200, '{"ERR":0,"DESC":"OK","EXTENSIONS":[}')
    case 'wrong-shape':
      return whole(200, JSON.stringify({ status: 'ok', data: { items: [] } }))
    case 'redirect':
      return whole(302, '', { location: '/elsewhere' })
    case 'too-large':
      return whole(200, JSON.stringify({ ERR: 0, DESC: 'x'.repeat(TOO_LARGE_BYTES), EXTENSIONS: [] }))
    case 'dropped':
      return { kind: 'dropped' }
    case 'xml':
      return whole(200, '<?xml version="1.0"?><Answer><ERRORCODE>0</ERRORCODE></Answer>', XML_TYPE)
    case 'in-use':
      return whole(200, status(3, 1, 'Extension is already in use'))
    case 'error-on-update':
      return whole(200, status(1, 4, 'Error on update'))
    case 'not-done':
      return whole(200, muted('500', 'Action failed'))
    case 'said-done':
      return whole(200, muted('200', 'Success'))
    case 'lost-answer':
      answer()
      return { kind: 'dropped' }
    case 'declined-1':
    case 'declined-2':
    case 'declined-3':
    case 'declined-4':
      return whole(200, declined(Number(kind.slice(-1))))
    case 'as-text':
      return whole(200, answer().replace(/"ERRORCODE":(\d+)/, '"ERRORCODE":"$1"'))
    case 'as-xml':
      return whole(200, xmlOf(answer()), { 'content-type': 'text/xml; charset=utf-8' })
  }
}
