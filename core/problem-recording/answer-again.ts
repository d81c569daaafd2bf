import { MAX_BODY_BYTES } from '../telephony/read-body.ts'
import type { NetworkFailure, RecordedBody, RecordedOutcome } from './recording.ts'

type Response1 = Extract<RecordedOutcome, { kind: 'response' }>

/**
 * A recorded response as it was received. `before` is the body that `same` refers to. A body that wasn't JSON is
 * replaced by a similar one.
 */
export function responseAgain({ status, headers, body }: Response1, before: string): Response {
  const made = { status: status >= 200 ? status : NO_STATUS, headers }
  return new Response(WITHOUT_BODY.includes(status) ? null : bodyAgain(body, before), made)
}

function bodyAgain(body: RecordedBody, before: string): string | ReadableStream<Uint8Array> {
  switch (body.kind) {
    case 'json':
      return body.text
    case 'same':
      return before
    case 'no-json':
      return STARTS[body.why].padEnd(body.length, '?').slice(0, body.length)
    case 'too-large':
      return endless()
    case 'unread':
      return ''
  }
}

/** An error that is read as the same failure. */
export function errorAgain({ kind, why }: NetworkFailure): Error {
  if (kind === 'malformed') {
    return why === 'redirect' ? new TypeError('redirect') : coded('HPE_INVALID_CONSTANT')
  }
  const code = CODES.get(why)
  return code === undefined ? new TypeError('fetch failed') : coded(code)
}

const NO_STATUS = 599 // a status that Response doesn't accept is still a failure

const STARTS: Readonly<Record<Extract<RecordedBody, { kind: 'no-json' }>['why'], string>> = {
  'not-json': '?',
  'web-page': '<',
  'cut-short': '{"',
}

const CODES: ReadonlyMap<string, string> = new Map([
  ['dns', 'ENOTFOUND'],
  ['connection-refused', 'ECONNREFUSED'],
  ['connection-lost', 'ECONNRESET'],
  ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['proxy-login', 'ERR_PROXY_AUTH_REQUESTED'],
  ['timeout', 'ETIMEDOUT'],
])

const coded = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

const WITHOUT_BODY: readonly number[] = [204, 205, 304]

/** More than the reader accepts; generated as it is read. */
function endless(): ReadableStream<Uint8Array> {
  const part = new Uint8Array(1024 * 1024)
  let left = MAX_BODY_BYTES.everyone + part.length
  return new ReadableStream({
    pull(controller) {
      left -= part.length
      controller.enqueue(part)
      if (left <= 0) controller.close()
    },
  })
}
