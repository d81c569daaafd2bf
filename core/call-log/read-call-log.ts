import type { Failure } from '../connection.ts'
import type { Phone } from '../domain.ts'
import { coerceInteger } from '../telephony/coerce.ts'
import { readParsed, type Reading } from '../telephony/envelope.ts'
import { parseJson } from '../telephony/json/parse-json.ts'
import { isRecord, listOf, type JsonRecord } from '../telephony/records.ts'
import { createRepairLog } from '../telephony/repair-log.ts'
import type { CallLogAnswer, RecordProblem } from './call-log-answer.ts'
import { groupRecords, isOwn } from './group-records.ts'
import { createRecordReader } from './log-record.ts'
import { mergeRecords, whoAnswered } from './merge-records.ts'
import { placeRecords, type LogTimes, type PlacedRecord } from './place-records.ts'
import type { Span } from './span.ts'

export interface CallLogQuestion extends LogTimes {
  /** The watched extension as configured. */
  readonly extension: string
}

/**
 * Reads a body of the call log: the calls on the watched extension, each once, whatever records it took. Accepts any
 * text and never throws; `readPhone`: see phone-memory.ts.
 */
export function readCallLog(
  text: string,
  question: CallLogQuestion,
  readPhone: (received: string) => Phone,
): Reading<CallLogAnswer> {
  return readParsed(parseJson(text), (body) => readBody(body, question, readPhone))
}

function readBody(
  body: unknown,
  question: CallLogQuestion,
  readPhone: (received: string) => Phone,
): Reading<CallLogAnswer> {
  if (!isRecord(body)) return WRONG_SHAPE
  const error = coerceInteger(cell(body, 'ERROR_NUMBER')).value
  if (error !== null && error !== 0) return ERRORS.get(error) ?? { kind: 'faulty', status: 200, err: error }
  const list = cell(body, 'CDR_LIST')
  const hasList = typeof list === 'object' && list !== null
  if (!hasList && (error === null || !isEmpty(list))) return WRONG_SHAPE

  const log = createRepairLog()
  const rows = hasList ? listOf(list, 'CDR_LIST', 'CallID', log) : []
  if (log.collected().tooMany) return { kind: 'malformed', why: 'too-large' }
  const read = createRecordReader(log, question.extension)
  const records = rows.flatMap((row, index) =>
    isRecord(row) ? [log.within(`CDR_LIST[${index}]`, () => read(row))] : [],
  )
  const { placed, problems } = placeRecords(records, question)
  const groups = groupRecords(placed)
  const answeredHere = new Set(
    placed.filter(({ side, answered }) => answered && isOwn(side)).map(whoAnswered),
  )
  const merged = groups.map((group) => mergeRecords(group, { ...question, readPhone, answeredHere }))
  const unnamed = groups.flatMap(({ records }, index) => (merged[index] === null ? records : []))
  const found = merged.filter((one) => one !== null)
  const hits = HITS.map((name) => coerceInteger(cell(body, name)).value)
  const missing = Math.max(0, Math.max(...hits.map((count) => count ?? 0)) - rows.length)
  const isCut = missing > 0 || (rows.length >= MAX_RETURNED && hits[0] === null)
  const { repairs } = log.collected()
  const all: readonly RecordProblem[] = [
    { what: 'no-record', count: rows.length - records.length },
    ...problems,
    { what: 'no-extension', count: unnamed.filter(({ side }) => side === 'none').length },
    { what: 'unknown-word', count: repairs.filter(({ what }) => what === 'unknown-word').length },
    { what: 'contradiction', count: found.reduce((sum, { contradictions }) => sum + contradictions, 0) },
    { what: 'missing', count: missing },
  ]
  return {
    kind: 'answer',
    answer: {
      calls: found.map(({ call }) => call).sort((a, b) => a.startedAt - b.startedAt),
      covered: coveredSpan(placed, isCut, question.span),
      problems: all.filter(({ count }) => count > 0),
    },
    repairs,
  }
}

/** The API returns no more records than this, the newest first, as requested. */
const MAX_RETURNED = 10_000
const SECOND_MS = 1000

/** The part of the span for which every record arrived. */
function coveredSpan(placed: readonly PlacedRecord[], isCut: boolean, { from, to }: Span): Span | null {
  const isElsewhere = placed.length > 0 && placed.every(({ at }) => at < from || at > to)
  if (!isCut) return isElsewhere ? null : { from, to }
  const isNewestFirst = placed.every(({ at }, index) => at <= (placed[index - 1]?.at ?? at))
  // Of the oldest second, some may be missing.
  const oldest = (placed.at(-1)?.at ?? to) + SECOND_MS
  return isNewestFirst && oldest < to ? { from: Math.max(from, oldest), to } : null
}

const HITS = ['TOTAL_HITS', 'RETURN_HITS'] as const
const WRONG_SHAPE: Failure = { kind: 'malformed', why: 'wrong-shape' }

const isEmpty = (list: unknown): boolean => list === undefined || list === null || list === ''

/** A value by its name in any case. */
function cell(body: JsonRecord, name: string): unknown {
  const key = Object.keys(body).find((one) => one.toUpperCase() === name)
  return key === undefined ? undefined : body[key]
}

/** The API's own errors. Any other number, also that of dates it doesn't accept, is returned as it is. */
const ERRORS: ReadonlyMap<number, Failure> = new Map<number, Failure>([
  [1, { kind: 'limited', retryAfterMs: null }],
  [2, { kind: 'refused', why: 'code' }],
  [4, { kind: 'refused', why: 'address' }],
])
