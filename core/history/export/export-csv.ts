import type { Direction, Phone } from '../../domain.ts'
import { csvCell } from './csv-cell.ts'
import { listSeparator } from './list-separator.ts'
import { localTime } from './local-time.ts'
import { spreadsheetValues } from './spreadsheet-values.ts'
import type { HistoryCall, HistoryOutcome } from '../history-call.ts'
import type { MuteRecord, MuteEnd } from '../muted-span.ts'
import { secondsIn } from '../seconds-in.ts'

/** The words used in the file: `export` in core/words. */
export interface ExportWords {
  /** The list separator where the language is spoken. */
  readonly listSeparator: string
  readonly columns: Readonly<Record<Column, string>>
  readonly outcome: (outcome: HistoryOutcome | null) => string
  readonly direction: (direction: Direction) => string
  /** Who muted or unmuted; null where unknown. */
  readonly hand: (hand: MuteEnd | null) => string
  readonly yes: string
  readonly no: string
}

const BYTE_ORDER_MARK = '\uFEFF' // without it Excel misreads Hebrew

/**
 * The calls as CSV, one chunk per batch: UTF-8 with a byte order mark, CRLF, a line of headings first. It opens in columns on a
 * computer of this region (a locale, such as `he-IL`; if unknown, by the language of the words). Text that a
 * spreadsheet would take for a number or a date gets an apostrophe before it. Times are local.
 */
export function* exportCsv(
  batches: Iterable<readonly HistoryCall[]>,
  words: ExportWords,
  region?: string,
): Generator<string, void, undefined> {
  const separator = region === undefined ? words.listSeparator : listSeparator(region)
  const isValue = spreadsheetValues(region ?? 'en')
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => csvCell(cell, separator)).join(separator)}\r\n`
  function cell(column: Column, call: HistoryCall): string {
    const text = CELLS[column](call, words)
    return !VALUES.has(column) && isValue(text) ? `'${text}` : text
  }
  yield BYTE_ORDER_MARK + line(COLUMNS.map((column) => words.columns[column]))
  for (const calls of batches)
    yield calls.map((call) => line(COLUMNS.map((column) => cell(column, call)))).join('')
}

/** The columns, in file order. */
const CELLS = {
  began: (call) => localTime(call.startedAt),
  ended: (call) => localTime(call.endedAt),
  direction: (call, words) => words.direction(call.direction),
  outcome: (call, words) => words.outcome(call.outcome),
  number: (call) => internationalNumber(call.phone),
  nationalNumber: ({ phone }) => (phone.kind === 'number' ? phone.national : ''),
  name: (call) => call.name,
  dialled: ({ did }) => (did === null ? '' : internationalNumber(did)),
  agent: (call) => call.agent,
  extension: (call) => call.extension,
  answered: (call) => localTime(call.answeredAt),
  ringSeconds: (call) => String(call.ringSeconds),
  talkSeconds: (call) => String(call.talkSeconds),
  holdSeconds: (call) => String(call.holdSeconds),
  recordingMuted: (call, words) => (call.muted ? words.yes : words.no),
  mutedSeconds: ({ mutes = [] }) => (mutes.length === 0 ? '' : String(secondsIn(mutes))),
  mutedSpans: ({ mutes = [] }, words) => mutes.map((mute) => spanText(mute, words)).join('; '),
  endSeen: (call, words) => (call.endSeen ? words.yes : words.no),
  label: (call) => call.label,
  note: (call) => call.note,
  recordingFile: (call) => call.recordingFile,
  callId: (call) => call.ivrid,
  transferredFrom: (call) => call.transferredFrom ?? '',
  transferredTo: (call) => call.transferredTo ?? '',
  answeredBy: (call) => call.answeredBy ?? '',
  queue: ({ waited }) => waited?.queue ?? '',
  waitedSeconds: ({ waited }) => String(waited?.seconds ?? ''),
  customData: ({ customData }) => (customData === undefined ? '' : JSON.stringify(customData)),
  calledBack: ({ calledBack }) => localTime(calledBack ?? null),
  dismissed: ({ outcome, dismissed }, { yes, no }) => (outcome !== 'missed' ? '' : dismissed ? yes : no),
  fromCallLog: ({ logged }, { yes, no }) => (logged?.unseen === true ? yes : no),
  recordingLink: ({ logged }) => logged?.recordingUrl ?? '',
  client: ({ crm }) => crm?.name ?? '',
  company: ({ crm }) => crm?.company ?? '',
} satisfies Readonly<Record<string, (call: HistoryCall, words: ExportWords) => string>>

type Column = keyof typeof CELLS

const isColumn = (name: string): name is Column => Object.hasOwn(CELLS, name)

const COLUMNS: readonly Column[] = Object.keys(CELLS).filter(isColumn)

/** Times and seconds: values a spreadsheet should calculate with. */
const VALUES: ReadonlySet<Column> = new Set([
  ...(['began', 'ended', 'answered', 'calledBack'] as const),
  ...(['ringSeconds', 'talkSeconds', 'holdSeconds', 'mutedSeconds', 'waitedSeconds'] as const),
])

/** `2026-11-22 14:50:09 (here) - 2026-11-22 14:51:20 (elsewhere)`: when and by whom it was muted and unmuted; without an end while it lasts. */
function spanText({ from, to, by, endedBy }: MuteRecord, { hand }: ExportWords): string {
  const ended = to === null ? '' : `${localTime(to)} (${hand(endedBy)})`
  return `${localTime(from)} (${hand(by)}) - ${ended}`.trim()
}

/** With spaces only, so that a spreadsheet treats it as text and keeps all digits. */
const internationalNumber = (phone: Phone): string =>
  phone.kind === 'number' ? phone.international.replaceAll(/[^\d+]+/g, ' ').trim() : phone.received
