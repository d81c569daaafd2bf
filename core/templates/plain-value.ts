import type { Phone } from '../domain.ts'
import { cleanText } from '../telephony/clean-text.ts'
import { phoneText } from '../words/formats.ts'
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
  const value = hole.kind === 'field' ? PLAIN[hole.field](call) : customValue(hole.key, call)
  return typeof value === 'string' ? cleanText(value, MAX_VALUE_LENGTH) : value
}

/** The call's custom data under `key`; `''` for none. */
export function customValue(key: string, { customData }: TemplateCall): string {
  return Object.hasOwn(customData, key) ? (customData[key] ?? '') : ''
}

const PLAIN: Readonly<Record<Field, (call: TemplateCall) => string | number>> = {
  phone: ({ phone }) => phoneText(phone, 'received'),
  'phone|e164': ({ phone }) => phoneForm(phone, 'e164'),
  'phone|national': ({ phone }) => phoneForm(phone, 'national'),
  'phone|digits': ({ phone }) => phoneForm(phone, 'digits'),
  name: ({ name }) => name,
  client: ({ client }) => client,
  company: ({ company }) => company,
  did: ({ did }) => (did === null ? '' : phoneText(did, 'received')),
  ivrid: ({ ivrid }) => ivrid,
  direction: ({ direction }) => known(direction),
  status: ({ status, statusWord }) => (status === 'other' ? statusWord : known(status)),
  started: ({ startedAt }) => isoTime(startedAt)?.replace(/\.\d{3}Z$/, 'Z') ?? '',
  duration: ({ durationSeconds }) => durationSeconds ?? '',
  agent: ({ agent }) => agent,
  extension: ({ extension }) => extension,
  queue: ({ queue }) => queue,
  waited: ({ waitedSeconds }) => waitedSeconds ?? '',
  recording: ({ recording }) => known(recording),
}

/** A caller's number in this form; `''` if there is none in it. */
export function phoneForm(phone: Phone, form: 'e164' | 'national' | 'digits'): string {
  if (phone.kind === 'name' || phone.kind === 'withheld') return ''
  if (form === 'e164') return phone.kind === 'number' ? phone.e164 : ''
  const national = phoneText(phone, 'national')
  return form === 'digits' ? national.replace(/\D/g, '') : national
}

const known = (word: string): string => (word === 'unknown' ? '' : word)

const LAST_MOMENT = 8.64e15 // of JavaScript's calendar: beyond it there is no valid date

/** An epoch-ms instant as ISO UTC; null for one that has no date. */
export const isoTime = (at: number): string | null =>
  Math.abs(at) <= LAST_MOMENT ? new Date(at).toISOString() : null
