import { systemClock, type Clock } from '../clock.ts'
import type { Failure } from '../connection.ts'
import { withoutEndSlashes } from '../settings/without-end-slashes.ts'
import type { Attempt } from './attempt.ts'
import { createRepairLog } from './repair-log.ts'
import { errFailure, readErr, readParsed } from './envelope.ts'
import type { Reading } from './envelope.ts'
import { exchange, type Exchange } from './exchange.ts'
import { createDialReader } from './actions/dial-reader.ts'
import { createExtensionReader } from './extension-reader.ts'
import { createMuteReader } from './actions/mute-reader.ts'
import { parseJson } from './json/parse-json.ts'
import { createNumberLimit, phoneMemory } from './phone-memory.ts'
import { TIMEOUT_MS } from './post.ts'
import { createQueueReader } from './queue-reader.ts'
import { MAX_BODY_BYTES } from './read-body.ts'
import { isRecord } from './records.ts'
import { MAX_RETRY_AFTER_MS } from './retry-after.ts'
import { createStatusReader } from './actions/status-reader.ts'
import type { DialAnswer, TelephonyClient, TelephonyLimits } from './telephony-client.ts'
import { createIncrementalReader } from './incremental-reader.ts'

export interface ClientParts {
  /** Electron's network in the program, Node's in tests. */
  readonly fetch: typeof globalThis.fetch
  /**
   * Used for requests that must not be carried out twice: never sends a request again on its own. By default `fetch`.
   */
  readonly actFetch?: typeof globalThis.fetch
  readonly now: () => number
  readonly baseUrl: string
  readonly muteUrl: string
  /** The full address of Click2Call; without it, no call can be placed. */
  readonly dialUrl?: string | null
  /** The full address for setting a status; null or absent if the code may not be sent there: then nothing is sent. */
  readonly statusUrl?: string | null
  /** The organisation's code: goes into the request's body and nowhere else. */
  readonly code: string
  /** ISO 3166 region by which numbers are read. */
  readonly region: string
  /** The timer of the 8 s limit; default: the computer's. */
  readonly after?: Clock['after']
}

/** For the Active Calls API, over HTTP. */
export const HTTP_LIMITS: TelephonyLimits = {
  requestMs: TIMEOUT_MS,
  holdMs: MAX_RETRY_AFTER_MS,
  blindMs: 30_000,
}

/** A client for one account. `baseUrl` is everything before the method's name, `muteUrl` the full address of muting. */
export function createClient(parts: ClientParts): TelephonyClient {
  const wire = { fetch: parts.fetch, now: parts.now, after: parts.after ?? systemClock().after }
  const acting = { ...wire, fetch: parts.actFetch ?? parts.fetch }
  const base = withoutEndSlashes(parts.baseUrl)
  const log = createRepairLog()
  const numbers = createNumberLimit()
  const readPhone = phoneMemory(parts.region, parts.now, numbers.mayRead)
  const createReaders = () => ({
    one: memoizeLast(createExtensionReader(log, readPhone)),
    everyone: createIncrementalReader(log, readPhone),
    queues: memoizeLast(createQueueReader(log, readPhone)),
  })
  const readMute = createMuteReader(log)
  const readDial = createDialReader(log)

  async function clickToCall(question: object, signal: AbortSignal): Promise<Attempt<DialAnswer>> {
    const asked = { code: parts.code, ...question, format: 'json' }
    const came = await exchange(acting, parts.dialUrl ?? '', asked, MAX_BODY_BYTES.dial, signal)
    if (came.kind !== 'exchanged') return came
    const reading = readDial(came.text)
    // An error in the body is more specific than the status.
    const declined = reading.kind === 'answer' && reading.answer.kind === 'declined'
    return concluded(declined ? { ...came, status: 200 } : came, () => reading)
  }

  const readStatus = createStatusReader(log)
  let readers = createReaders()

  /** Refuses a response with too many new numbers; no reader memoizes it. */
  function limited<Answer>(read: () => Reading<Answer>): Reading<Answer> {
    numbers.begin()
    const reading = read()
    if (!numbers.isExceeded()) return reading
    readers = createReaders()
    return { kind: 'malformed', why: 'too-large' }
  }

  return {
    limits: HTTP_LIMITS,
    async extensions(extension, signal) {
      const request = extension === null ? { code: parts.code } : { code: parts.code, extension }
      const maxBytes = MAX_BODY_BYTES[extension === null ? 'everyone' : 'extension']
      const came = await exchange(wire, `${base}/GetExtensionsCalls`, request, maxBytes, signal)
      return concluded(came, (text) =>
        limited(() => (extension === null ? readers.everyone(text) : readers.one(text, extension))),
      )
    },
    async queues(queue, signal) {
      const request = queue === null ? { code: parts.code } : { code: parts.code, queue }
      const came = await exchange(wire, `${base}/GetQueuesCallers`, request, MAX_BODY_BYTES.queues, signal)
      return concluded(came, (text) => limited(() => readers.queues(text, queue)))
    },
    async mute(target, muted, signal) {
      const request = { ...target, state: muted ? '1' : '0' }
      const came = await exchange(wire, parts.muteUrl, request, MAX_BODY_BYTES.mute, signal)
      return concluded(came, (text) => readParsed(parseJson(text), readMute))
    },
    dial: ({ extension, target, record, callerId }, signal) =>
      clickToCall(
        {
          phone: extension,
          target,
          action: 'call',
          ...(record === null ? {} : { record: String(record) }),
          ...(callerId === null ? {} : { targetcallerid: callerId }),
        },
        signal,
      ),
    hangUp: (extension, signal) => clickToCall({ phone: extension, action: 'terminate' }, signal),
    async setStatus({ extension, userId, status }, signal) {
      // Main doesn't offer what can't be sent; this covers what main couldn't foresee.
      if (typeof parts.statusUrl !== 'string') return { kind: 'unreachable', why: 'insecure-url' }
      const question = {
        Code: parts.code,
        UserId: String(userId),
        ExtensionUser: extension,
        Status: status,
      }
      const came = await exchange(acting, parts.statusUrl, question, MAX_BODY_BYTES.mute, signal)
      return concluded(came, (text) => readParsed(parseJson(text), readStatus))
    },
  }
}

/** Reads text, but only once while the same request gets the same text: most polls bring nothing new. */
function memoizeLast<Answer>(read: (body: unknown, asked: string | null) => Reading<Answer>) {
  let last: {
    readonly asked: string | null
    readonly text: string
    readonly reading: Reading<Answer>
  } | null = null
  return (text: string, asked: string | null): Reading<Answer> => {
    if (last !== null && last.asked === asked && last.text === text) return last.reading
    const reading = readParsed(parseJson(text), (body) => read(body, asked))
    last = { asked, text, reading }
    return reading
  }
}

/** A raw response as an outcome. Beyond 2xx only the body's ERR can say more than the status does. */
function concluded<Answer>(
  came: Exchange | Failure,
  read: (text: string) => Reading<Answer>,
): Attempt<Answer> {
  if (came.kind !== 'exchanged') return came
  if (came.status < 200 || came.status > 299) return statusFailure(came)
  const reading = read(came.text)
  if (reading.kind !== 'answer') return reading
  const { sentAt, receivedAt, serverDate } = came
  return { kind: 'reached', answer: reading.answer, repairs: reading.repairs, sentAt, receivedAt, serverDate }
}

function statusFailure({ status, text, retryAfterMs }: Exchange): Failure {
  const parsed = parseJson(text)
  const err = parsed.kind === 'json' && isRecord(parsed.value) ? readErr(parsed.value) : null
  const failure: Failure =
    err === null || err === 0 ? { kind: 'faulty', status, err: null } : errFailure(err, status)
  return failure.kind === 'faulty' && retryAfterMs !== null ? { ...failure, retryAfterMs } : failure
}
