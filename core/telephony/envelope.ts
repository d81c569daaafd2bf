import type { Failure } from '../connection.ts'
import type { Repair } from '../domain.ts'
import type { RepairLog } from './repair-log.ts'
import { coerceInteger } from './coerce.ts'
import type { Parsed } from './json/parse-json.ts'
import { isRecord } from './records.ts'
import type { JsonRecord } from './records.ts'

/** The content of one body: a response and its repairs, or why it can't be read. */
export type Reading<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly repairs: readonly Repair[] }
  | Failure

/** Reads a parsed body; one whose JSON had to be repaired gets a repair entry. */
export function readParsed<Answer>(
  parsed: Parsed,
  read: (body: unknown) => Reading<Answer>,
): Reading<Answer> {
  if (parsed.kind !== 'json') return parsed
  const reading = read(parsed.value)
  if (reading.kind !== 'answer' || parsed.repaired === undefined) return reading
  return { ...reading, repairs: [{ path: '', what: 'invalid-json' }, ...reading.repairs] }
}

/** What the wrapper says about its list: the list as written, or why there is none. */
export type Envelope =
  | { readonly kind: 'list'; readonly list: unknown }
  | { readonly kind: 'error'; readonly err: number; readonly desc: string }
  | Failure

/**
 * Opens the wrapper of `ERR`, `DESC` and a list. An API error is returned unchanged; a list that is missing although
 * there is no error is empty; a body with neither, or with something else instead of the list, isn't from this API.
 */
export function openEnvelope(body: unknown, listName: string, log: RepairLog): Envelope {
  if (!isRecord(body) || !(Object.hasOwn(body, 'ERR') || Object.hasOwn(body, listName))) return WRONG_SHAPE
  const err = readErr(body)
  if (err !== null && err !== 0)
    return { kind: 'error', err, desc: typeof body['DESC'] === 'string' ? body['DESC'] : '' }
  const { what } = coerceInteger(body['ERR'])
  if (what !== null) log.note('ERR', what)
  const list = Object.hasOwn(body, listName) ? body[listName] : undefined
  if (list === undefined || list === null || list === '')
    return err === null ? WRONG_SHAPE : { kind: 'list', list: undefined }
  return typeof list === 'object' ? { kind: 'list', list } : WRONG_SHAPE
}

/** `ERR` of a body, or null when it has no readable one. */
export function readErr(body: JsonRecord): number | null {
  return Object.hasOwn(body, 'ERR') ? coerceInteger(body['ERR']).value : null
}

/** An API error as an outcome. ERR 1 is "Authorization failed.", which is what a wrong code gets. */
export function errFailure(err: number, status: number): Failure {
  return err === 1 ? { kind: 'refused', why: 'code', err } : { kind: 'faulty', status, err }
}

const WRONG_SHAPE: Failure = { kind: 'malformed', why: 'wrong-shape' }
