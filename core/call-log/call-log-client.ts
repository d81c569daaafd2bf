import type { Failure } from '../connection.ts'
import { maskDigits, maskPhone } from '../team/mask-phone.ts'
import type { Attempt } from '../telephony/attempt.ts'
import { exchange, type Exchange, type ExchangeParts } from '../telephony/exchange.ts'
import { createNumberLimit, phoneMemory } from '../telephony/phone-memory.ts'
import { MAX_BODY_BYTES } from '../telephony/read-body.ts'
import type { CallLogAnswer } from './call-log-answer.ts'
import type { LoggedCall } from './logged-call.ts'
import { readCallLog, type CallLogQuestion } from './read-call-log.ts'

/** Nobody waits for it, and a search takes longer than a list of live calls. */
const TIMEOUT_MS = 30_000

/** The fields that are read (docs/api.md). */
const FIELDS = [
  ...['CallID', 'Date', 'DateEpoch', 'CdrType', 'Type', 'DialStatus', 'Duration', 'RingTime'],
  ...['CallerNumber', 'TargetNumber', 'Callerextension', 'Targetextension', 'DID', 'QueueName'],
  ...['UserId', 'UserName', 'RepresentativeName', 'RecordURL', 'CustomData'],
]

export interface CallLogRequestParts extends Omit<ExchangeParts, 'timeoutMs'> {
  /** The full address of the call log. */
  readonly url: string
  /** The organisation's code: goes into the request's body and nowhere else. */
  readonly code: string
  /** ISO 3166 region by which numbers are read. */
  readonly region: string
  /** Callers' numbers are masked, as in everything that is read about a colleague's extension. */
  readonly masked: boolean
}

/** One attempt to read the call log of an extension for a span. Never throws. */
export async function requestCallLog(
  parts: CallLogRequestParts,
  question: Omit<CallLogQuestion, 'now'>,
  signal: AbortSignal,
): Promise<Attempt<CallLogAnswer>> {
  const { extension, span, errorMs } = question
  const came = await exchange(
    { ...parts, timeoutMs: TIMEOUT_MS },
    parts.url,
    {
      code: parts.code,
      fields: FIELDS,
      search: {
        fromdate: utc(span.from - errorMs),
        todate: utc(span.to - errorMs + SECOND_MS - 1),
        extensions: [extension],
      },
      sort: [{ field: 'date', order: 'desc' }],
    },
    MAX_BODY_BYTES.callLog,
    signal,
  )
  if (came.kind !== 'exchanged') return came
  const now = came.receivedAt
  const readPhone = phoneMemory(parts.region, parts.now, createNumberLimit().mayRead)
  const reading = readCallLog(came.text, { ...question, now }, readPhone)
  const isOk = came.status >= 200 && came.status <= 299
  // The API's own error, in the body, is more specific than the status.
  if (reading.kind !== 'answer') return isOk || reading.kind !== 'malformed' ? reading : statusFailure(came)
  if (!isOk) return statusFailure(came)
  const answer = parts.masked
    ? { ...reading.answer, calls: reading.answer.calls.map(masked) }
    : reading.answer
  const { sentAt, receivedAt, serverDate } = came
  return { kind: 'reached', answer, repairs: reading.repairs, sentAt, receivedAt, serverDate }
}

const SECOND_MS = 1000

/** Whole seconds in UTC without a zone, as the API expects them. */
const utc = (at: number): string => new Date(at).toISOString().slice(0, 19)

const statusFailure = ({ status, retryAfterMs }: Exchange): Failure => ({
  ...{ kind: 'faulty', status, err: null },
  ...(retryAfterMs === null ? {} : { retryAfterMs }),
})

const masked = (call: LoggedCall): LoggedCall => ({
  ...call,
  phone: maskPhone(call.phone),
  did: call.did === null || call.direction === 'incoming' ? call.did : maskPhone(call.did),
  queue: maskDigits(call.queue),
  recordingUrl: null,
})
