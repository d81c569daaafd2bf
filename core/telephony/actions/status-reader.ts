import { errFailure, readErr, type Reading } from '../envelope.ts'
import { fieldsOf } from '../fields.ts'
import { isRecord } from '../records.ts'
import type { RepairLog } from '../repair-log.ts'
import type { StatusAnswer, StatusRefusal } from '../telephony-client.ts'

/**
 * Reads the response of SetStatusFromAPI: `Status`, `StatusError` and `StatusErroMessage` (the vendor's spelling; the
 * correct one is read too). Numbers may be text, and any of the three may be missing. Never throws.
 */
export function createStatusReader(log: RepairLog) {
  return (body: unknown): Reading<StatusAnswer> => {
    log.begin()
    if (!isRecord(body)) return { kind: 'malformed', why: 'wrong-shape' }
    const err = readErr(body)
    if (err !== null && err !== 0) return errFailure(err, 200)
    if (!KEYS.some((key) => Object.hasOwn(body, key))) return { kind: 'malformed', why: 'wrong-shape' }
    const { integer, text } = fieldsOf(body, log)
    const [status, error] = [integer('Status'), integer('StatusError')]
    const { StatusErrorMessage: other } = body
    const message = text('StatusErroMessage') || (typeof other === 'string' ? other : '')
    const answer = meaning(status, error, message)
    return { kind: 'answer', answer, repairs: log.collected().repairs }
  }
}

const KEYS = ['Status', 'StatusError', 'StatusErroMessage', 'StatusErrorMessage'] as const

/** The API's messages, the most specific first: one error number stands for several of them. */
const SENTENCES: readonly (readonly [RegExp, StatusRefusal])[] = [
  [/already in use/i, 'in-use'],
  [/no extension|extension .*not found/i, 'no-extension'],
  [/authori[sz]ation failed/i, 'not-authorised'],
  [/not support/i, 'unknown-status'],
  [/error on update/i, 'their-fault'],
]

const BY_STATUS: ReadonlyMap<number, StatusRefusal> = new Map([
  [2, 'not-authorised'],
  [3, 'no-extension'],
  [4, 'unknown-status'],
])

const BY_ERROR: ReadonlyMap<number, StatusRefusal> = new Map([
  [0, 'bad-request'],
  [4, 'their-fault'],
  [6, 'bad-request'],
])

const DONE = 1

/** A refusal if any of the three says so: success must not be reported in doubt. */
function meaning(status: number | null, error: number | null, message: string): StatusAnswer {
  const said = SENTENCES.find(([sentence]) => sentence.test(message))?.[1]
  const why = said ?? BY_STATUS.get(status ?? DONE) ?? BY_ERROR.get(error ?? DONE)
  const isDone = status === DONE || (status === null && error === DONE)
  if (why === undefined && isDone && (error ?? DONE) === DONE) return { kind: 'done' }
  return { kind: 'not-set', why: why ?? 'other', code: [status, error].map((one) => one ?? '?').join('/') }
}
