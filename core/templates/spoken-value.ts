import type { NumberFormat } from '../settings/settings.ts'
import { cleanText } from '../telephony/clean-text.ts'
import { phoneText, timer, twoDigits } from '../words/formats.ts'
import type { Words } from '../words/words.ts'
import { MAX_VALUE_LENGTH, plainValue } from './plain-value.ts'
import type { Field, Hole } from './template.ts'
import type { TemplateCall } from './template-call.ts'

/** The agent's preferences: the words of the configured language, and the number format. */
export interface ReadingStyle {
  readonly words: Words
  readonly numberFormat: NumberFormat
}

/** A field for a person to read: in words, numbers in the set form, times by this computer's clock; otherwise as plain. */
export function spokenValue(hole: Hole, call: TemplateCall, style: ReadingStyle): string {
  const spoken = hole.kind === 'field' ? SPOKEN[hole.field]?.(call, style) : undefined
  return spoken === undefined ? String(plainValue(hole, call)) : cleanText(spoken, MAX_VALUE_LENGTH)
}

/** The fields that differ between a person and a program. */
const SPOKEN: Partial<Record<Field, (call: TemplateCall, style: ReadingStyle) => string>> = {
  phone: ({ phone }, { numberFormat }) => phoneText(phone, numberFormat),
  did: ({ did }, { numberFormat }) => (did === null ? '' : phoneText(did, numberFormat)),
  direction: ({ direction }, { words }) => words.templates.directions[direction],
  status: (call, { words }) => statusText(call, words),
  recording: ({ recording }, { words }) => words.templates.recordings[recording],
  started: ({ startedAt }) => localTime(startedAt),
  duration: ({ durationSeconds }) => spanText(durationSeconds),
  waited: ({ waitedSeconds }) => spanText(waitedSeconds),
}

function statusText({ status, statusWord }: TemplateCall, { call }: Words): string {
  if (status === 'unknown') return ''
  const isOver = status === 'missed' || status === 'unanswered' || status === 'completed'
  return isOver ? call.outcome(status) : call.phase(status, statusWord)
}

const spanText = (seconds: number | null): string => (seconds === null ? '' : timer(seconds * 1000))

/** As `2026-11-22 10:42`: unambiguous in every country, and sortable in every program. */
function localTime(at: number): string {
  const day = new Date(at)
  if (Number.isNaN(day.getTime())) return ''
  const date = [day.getFullYear(), twoDigits(day.getMonth() + 1), twoDigits(day.getDate())].join('-')
  return `${date} ${twoDigits(day.getHours())}:${twoDigits(day.getMinutes())}`
}
