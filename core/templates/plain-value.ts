import { cleanText } from '../telephony/clean-text.ts'
import { phoneText } from '../words/formats.ts'
import { phoneForm } from './phone-form.ts'
import type { Field, Hole } from './template.ts'
import type { TemplateCall } from './template-call.ts'

export const MAX_VALUE_LENGTH = 500 // as much as the response reader accepts of one value

/**
 * A field for a program to read: the same in every language and setting. Numbers as received unless a form is given,
 * times in ISO UTC, durations in whole seconds as numbers, `''` for unknown. On one line, without characters
 * that hide or reorder others, at most 500 characters.
 */
export function plainValue(hole: Hole, call: TemplateCall): string | number {
  if (hole.kind === 'unknown') return ''
  const value = hole.kind === 'field' ? plainField(hole.field, call) : customValue(hole.key, call)
  return typeof value === 'string' ? cleanText(value, MAX_VALUE_LENGTH) : value
}

/** The call's custom data under `key`; `''` for none. */
export function customValue(key: string, { customData }: TemplateCall): string {
  return Object.hasOwn(customData, key) ? (customData[key] ?? '') : ''
}

function plainField(field: Field, call: TemplateCall): string | number {
  switch (field) {
    case 'phone':
      return phoneText(call.phone, 'received')
    case 'phone|e164':
      return phoneForm(call.phone, 'e164')
    case 'phone|national':
      return phoneForm(call.phone, 'national')
    case 'phone|digits':
      return phoneForm(call.phone, 'digits')
    case 'did':
      return call.did === null ? '' : phoneText(call.did, 'received')
    case 'name':
    case 'ivrid':
    case 'client':
    case 'company':
    case 'agent':
    case 'extension':
    case 'queue':
      return call[field]
    case 'direction':
    case 'recording':
      return call[field] === 'unknown' ? '' : call[field]
    case 'status':
      return statusOf(call)
    case 'started':
      return isoTime(call.startedAt)
    case 'duration':
      return call.durationSeconds ?? ''
    case 'waited':
      return call.waitedSeconds ?? ''
  }
}

function statusOf({ status, statusWord }: TemplateCall): string {
  if (status === 'other') return statusWord
  return status === 'unknown' ? '' : status
}

const LAST_MOMENT = 8.64e15 // of JavaScript's calendar: beyond it there is no valid date

function isoTime(at: number): string {
  return Math.abs(at) <= LAST_MOMENT ? new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z') : ''
}
