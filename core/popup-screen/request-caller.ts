import type { Failure } from '../connection.ts'
import type { Allowed } from '../crm/check-url-template.ts'
import { exchange, type ExchangeParts } from '../telephony/exchange.ts'
import { MAX_BODY_BYTES } from '../telephony/read-body.ts'
import { readResponse, type ResponseReading } from './read-response.ts'
import type { requestFields } from './request-fields.ts'

/** What one request brought, or why it brought nothing. */
export type CallerOutcome = ResponseReading | Failure

/** As long as the vendor's extension waits. */
const TIMEOUT_MS = 3_000

export interface CallerRequestParts extends Omit<ExchangeParts, 'timeoutMs'> {
  /** The endpoint's address: https, or http to this computer. */
  readonly url: string
  /** The pages that may be opened. */
  readonly allowed: Allowed
}

/** One request to the endpoint, without a retry. Never throws, and takes 3 s at most. */
export async function requestCaller(
  parts: CallerRequestParts,
  fields: ReturnType<typeof requestFields>,
  signal: AbortSignal,
): Promise<CallerOutcome> {
  const timed = { ...parts, timeoutMs: TIMEOUT_MS }
  const came = await exchange(timed, parts.url, fields, MAX_BODY_BYTES.popupScreen, signal)
  if (came.kind !== 'exchanged') return came
  const { status, text } = came
  if (status < 200 || status > 299) return { kind: 'faulty', status, err: null }
  return readResponse(text, parts.allowed)
}
