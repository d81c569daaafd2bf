import type { Direction, Phone } from '../../domain.ts'
import { csvCell } from './csv-cell.ts'
import type { HistoryCall, HistoryOutcome } from '../history-call.ts'
import type { MuteRecord, MuteEnd } from '../muted-span.ts'

type Column =
  | 'began'
  | 'ended'
  | 'direction'
  | 'outcome'
  | 'number'
  | 'nationalNumber'
  | 'name'
  | 'dialled'
  | 'agent'
  | 'extension'
  | 'answered'
  | 'ringSeconds'
  | 'talkSeconds'
  | 'holdSeconds'
  | 'recordingMuted'
  | 'mutedSeconds'
  | 'mutedSpans'
  | 'endSeen'
  | 'label'
  | 'note'
  | 'recordingFile'
  | 'callId'
  | 'transferredFrom'
  | 'answeredBy'
  | 'queue'
  | 'waitedSeconds'
  | 'customData'

/** The words of the file: `export` in core/words. */
export interface ExportWords {
  readonly columns: Readonly<Record<Column, string>>
  readonly outcome: (outcome: HistoryOutcome | null) => string
  readonly direction: (direction: Direction) => string
  /** Who muted or ended it; null where nobody saw. */
  readonly hand: (hand: MuteEnd | null) => string
  readonly yes: string
  readonly no: string
}

const BYTE_ORDER_MARK = '\uFEFF' // without it Excel reads Hebrew as another alphabet

/** The calls as CSV, a chunk for each batch: UTF-8 with its mark, CRLF, a line of headings first. Times are local. */
export function* exportCsv(
  batches: Iterable<readonly HistoryCall[]>,
  words: ExportWords,
): Generator<string, void, undefined> {
  yield BYTE_ORDER_MARK + line(COLUMNS.map((column) => words.columns[column]))
  for (const calls of batches) {
    yield calls.map((call) => line(COLUMNS.map((column) => CELLS[column](call, words)))).join('')
  }
}

const line = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

const COLUMNS: readonly Column[] = [
  'began',
  'ended',
  'direction',
  'outcome',
  'number',
  'nationalNumber',
  'name',
  'dialled',
  'agent',
  'extension',
  'answered',
  'ringSeconds',
  'talkSeconds',
  'holdSeconds',
  'recordingMuted',
  'mutedSeconds',
  'mutedSpans',
  'endSeen',
  'label',
  'note',
  'recordingFile',
  'callId',
  'transferredFrom',
  'answeredBy',
  'queue',
  'waitedSeconds',
  'customData',
]

const CELLS: Readonly<Record<Column, (call: HistoryCall, words: ExportWords) => string>> = {
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
  mutedSeconds: ({ mutes = [] }) => (mutes.length === 0 ? '' : String(mutedSeconds(mutes))),
  mutedSpans: ({ mutes = [] }, words) => mutes.map((mute) => spanText(mute, words)).join('; '),
  endSeen: (call, words) => (call.endSeen ? words.yes : words.no),
  label: (call) => call.label,
  note: (call) => call.note,
  recordingFile: (call) => call.recordingFile,
  callId: (call) => call.ivrid,
  transferredFrom: (call) => call.transferredFrom ?? '',
  answeredBy: (call) => call.answeredBy ?? '',
  queue: ({ waited }) => waited?.queue ?? '',
  waitedSeconds: ({ waited }) => String(waited?.seconds ?? ''),
  customData: ({ customData }) => (customData === undefined ? '' : JSON.stringify(customData)),
}

/** What is over. */
const mutedSeconds = (mutes: readonly MuteRecord[]): number =>
  Math.round(mutes.reduce((sum, { from, to }) => sum + ((to ?? from) - from), 0) / 1000)

/** `2026-11-22 14:50:09 (here) - 2026-11-22 14:51:20 (elsewhere)`: when and by whom, twice; open while it lasts. */
function spanText({ from, to, by, endedBy }: MuteRecord, { hand }: ExportWords): string {
  const ended = to === null ? '' : `${localTime(to)} (${hand(endedBy)})`
  return `${localTime(from)} (${hand(by)}) - ${ended}`.trim()
}

/** With spaces only, so that a spreadsheet takes it for text and keeps every digit. */
const internationalNumber = (phone: Phone): string =>
  phone.kind === 'number' ? phone.international.replaceAll(/[^\d+]+/g, ' ').trim() : phone.received

/** `2026-11-22 14:50:09`, by this computer's clock: the form that every spreadsheet reads as a time. `''` for null. */
function localTime(at: number | null): string {
  if (at === null) return ''
  const time = new Date(at)
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-')
  return `${day} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')}`
}
