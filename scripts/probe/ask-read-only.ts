import type { Failure } from '../../core/connection.ts'
import { exchange, type Exchange, type ExchangeParts } from '../../core/telephony/exchange.ts'
import { parseJson } from '../../core/telephony/json/parse-json.ts'
import { MAX_BODY_BYTES } from '../../core/telephony/read-body.ts'
import type { Answered } from './guess.ts'
import { isRow } from './shapes.ts'

export interface ReadOnlyParts {
  readonly wire: ExchangeParts
  /** The organisation's code: sent only in the body. */
  readonly code: string
  readonly baseUrl: string
  readonly logUrl: string
  /** Settles when the next request may be sent. */
  readonly rest: () => Promise<unknown>
}

export interface Answers {
  readonly extensions: Answered
  readonly queues: Answered
  readonly log: Answered
}

const DAY_MS = 86_400_000
const FIELDS = [
  'CallID',
  'Date',
  'Type',
  'CdrType',
  'Callerextension',
  'Targetextension',
  'Duration',
] as const

/** Sends one request to each endpoint that only reads: never to those that mute, dial, hang up or set a status. */
export async function askReadOnly({ wire, code, baseUrl, logUrl, rest }: ReadOnlyParts): Promise<Answers> {
  const ask = async (url: string, question: object): Promise<Answered> =>
    answered(await exchange(wire, url, question, MAX_BODY_BYTES.everyone, new AbortController().signal))
  const extensions = await ask(`${baseUrl}/GetExtensionsCalls`, { code })
  await rest()
  const queues = await ask(`${baseUrl}/GetQueuesCallers`, { code })
  await rest()
  const now = wire.now()
  const search = { fromdate: utc(now - DAY_MS), todate: utc(now) }
  const log = await ask(logUrl, { code, fields: FIELDS, search, sort: [{ field: 'date', order: 'desc' }] })
  return { extensions, queues, log }
}

/** In UTC without a zone, as the call log expects it. */
const utc = (at: number): string => new Date(at).toISOString().slice(0, 19)

function answered(came: Exchange | Failure): Answered {
  if (came.kind !== 'exchanged') return { kind: 'none', why: whyNone(came) }
  const parsed = parseJson(came.text)
  if (parsed.kind !== 'json') return { kind: 'none', why: `HTTP ${came.status}, not JSON` }
  if (came.status >= 400 && !hasErrorNumber(parsed.value)) return { kind: 'none', why: `HTTP ${came.status}` }
  return { kind: 'json', status: came.status, body: parsed.value, receivedAt: came.receivedAt }
}

/** A web server's own response about an address that it doesn't have may be JSON, too. */
const hasErrorNumber = (body: unknown): boolean =>
  isRow(body) && Object.keys(body).some((key) => /^ERR(OR_NUMBER)?$/i.test(key))

function whyNone(failure: Failure): string {
  switch (failure.kind) {
    case 'refused':
      return failure.why === 'address' ? 'HTTP 403: this computer’s address' : 'HTTP 401: the code'
    case 'limited':
      return 'HTTP 429: too many requests'
    case 'faulty':
      return `HTTP ${failure.status}`
    case 'malformed':
    case 'unreachable':
      return failure.why
  }
}
