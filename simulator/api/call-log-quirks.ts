import type { CallLogRow } from './call-log-row.ts'

/** A way in which the log contradicts its documentation, the polls or itself. */
export type CallLogQuirk = (typeof CALL_LOG_QUIRKS)[number]

export const CALL_LOG_QUIRKS = [
  'log-too-often', // refuses: ERROR_NUMBER 1
  'log-address', // refuses: ERROR_NUMBER 4
  'log-late', // an hour later than usual
  'log-disagrees', // durations and outcomes that polls showed otherwise
  'log-ring-group', // one record for all extensions where a call rang
  'log-unfiltered', // also other extensions' records
  'log-no-ids',
  'log-case', // names of fields, and extensions, in other case
  'log-text', // numbers as text
  'log-zone', // dates in the account's zone
  'log-tomorrow', // one more record, from tomorrow
  'log-twice', // every record twice, with different durations
  'log-10000', // the most records that it returns, the same ones again and again, and not all
  'log-unknown', // unknown words and types, and things that aren't records
] as const

export const isCallLogQuirk = (word: string | null | undefined): word is CallLogQuirk =>
  CALL_LOG_QUIRKS.some((quirk) => quirk === word)

export const MOST_ROWS = 10_000
const DAY_MS = 86_400_000
const LONGER_SECONDS = 17

/** When a response is made, epoch ms, and how far the account's wall clock is ahead of UTC then. */
export interface QuirkTime {
  readonly now: number
  readonly offsetMs: number
}

/** The rows of a response under a quirk. */
export function withQuirk(
  rows: readonly CallLogRow[],
  quirk: CallLogQuirk | null,
  time: QuirkTime,
): readonly unknown[] {
  const change = quirk === null ? undefined : CHANGES[quirk]
  return change === undefined ? rows : change(rows, time)
}

/** What a quirk changes in the rows; the others change the search, or the whole response. */
const CHANGES: Readonly<
  Partial<Record<CallLogQuirk, (rows: readonly CallLogRow[], time: QuirkTime) => readonly unknown[]>>
> = {
  'log-disagrees': (rows) => rows.map(contradicted),
  'log-no-ids': (rows) => rows.map((row, index) => ({ ...row, CallID: [undefined, null, ''][index % 3] })),
  'log-case': (rows) => rows.map(inOtherCase),
  'log-zone': (rows, { offsetMs }) => rows.map((row, index) => inOtherZone(row, index, offsetMs)),
  'log-tomorrow': (rows, { now }) => (rows.length === 0 ? [] : [{ ...rows[0], ...ofTomorrow(now) }, ...rows]),
  'log-twice': (rows) => rows.flatMap((row) => [row, { ...row, Duration: longer(row) }]),
  'log-10000'(rows) {
    const some = rows.slice(0, Math.ceil(rows.length / 2))
    return some.length === 0 ? [] : Array.from({ length: MOST_ROWS }, (_, index) => some[index % some.length])
  },
  'log-unknown': (rows) => [null, 7, 'record', [], {}, ...rows.map(unknownWords)],
}

const isAnswered = ({ DialStatus }: CallLogRow): boolean => DialStatus === 'ANSWER'
const longer = (row: CallLogRow): unknown =>
  isAnswered(row) && typeof row['Duration'] === 'number' ? row['Duration'] + LONGER_SECONDS : row['Duration']

/** The same contradiction for a call each time: a third differ in their outcome, a third in their duration. */
function contradicted(row: CallLogRow): CallLogRow {
  const third = Buffer.from(String(row['CallID'])).reduce((sum, byte) => sum + byte, 0) % 3
  if (third === 0) return row
  if (third === 1) return { ...row, Duration: longer(row) }
  return isAnswered(row)
    ? { ...row, DialStatus: 'NOANSWER', Duration: 0, RecordURL: '' }
    : { ...row, DialStatus: 'ANSWER', Duration: 9 }
}

function inOtherCase(row: CallLogRow, index: number): CallLogRow {
  const other = (text: string): string => (index % 2 === 0 ? text.toUpperCase() : text.toLowerCase())
  const entries = Object.entries(row).map(([name, value]): [string, unknown] => [
    other(name),
    /extension$/i.test(name) ? other(String(value)) : value,
  ])
  return Object.fromEntries(entries)
}

/** In the account's zone, with its offset or without one; `DateEpoch` stays true. */
function inOtherZone(row: CallLogRow, index: number, offsetMs: number): CallLogRow {
  const wall = Date.parse(String(row['Date'])) + offsetMs
  const text = new Date(wall).toISOString().slice(0, 19)
  const offset = (offsetMs < 0 ? '-' : '+') + new Date(Math.abs(offsetMs)).toISOString().slice(11, 16)
  return { ...row, Date: index % 2 === 0 ? `${text}${offset}` : text }
}

const ofTomorrow = (now: number): CallLogRow => ({
  CallID: 'from-tomorrow',
  Date: new Date(now + DAY_MS).toISOString(),
  DateEpoch: Math.floor((now + DAY_MS) / 1000),
})

const isLeg = ({ CdrType }: CallLogRow): boolean => CdrType === 9 || CdrType === 10

/** What was said stays readable: an answered call has a duration, and both legs of a click-to-call are known as such. */
const unknownWords = (row: CallLogRow): CallLogRow => ({
  ...row,
  ...(isLeg(row) ? {} : { CdrType: 77, Type: 'Pigeon' }),
  ...(isAnswered(row) ? { DialStatus: 'CONNECTED_OK' } : {}),
  Weather: { today: 'sunny' },
})
