import type { Repair } from '../domain.ts'
import { cleanText } from './clean-text.ts'

/** A value that was not of the documented form, made so; `what` is null where nothing was lost or guessed. */
export interface Coerced<T> {
  readonly value: T
  readonly what: Repair['what'] | null
}

/** The latest stamp taken for one: the year 5138. Beyond it lie milliseconds and nonsense. */
export const MAX_EPOCH_SECONDS = 99_999_999_999

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

/** Text from anything: a number as its digits, else `''`. */
export function coerceText(value: unknown, max: number): Coerced<string> {
  if (typeof value === 'string') return { value: cleanText(value, max), what: null }
  if (typeof value === 'number' || typeof value === 'bigint')
    return { value: cleanText(String(value), max), what: 'number-for-text' }
  return { value: '', what: isEmpty(value) ? 'missing' : 'wrong-type' }
}

/** An id from anything that could name something: `''` only where there is none. A missing one is told by who needs it. */
export function coerceId(value: unknown, max: number): Coerced<string> {
  if (isEmpty(value)) return { value: '', what: null }
  if (typeof value === 'boolean') return { value: String(value), what: 'wrong-type' }
  if (Array.isArray(value)) return { value: coerceText(value[0], max).value, what: 'wrong-type' }
  return coerceText(value, max)
}

/** A whole number from a number or its digits as text, else null. */
export function coerceInteger(value: unknown): Coerced<number | null> {
  if (isEmpty(value)) return { value: null, what: 'missing' }
  if (typeof value === 'number') {
    const whole = Math.trunc(value)
    return { value: Number.isSafeInteger(whole) ? whole : null, what: 'wrong-type' }
  }
  if (typeof value === 'string' && /^\s*[+-]?\d{1,15}(\.\d*)?\s*$/.test(value))
    return { value: Math.trunc(Number(value)), what: 'numeric-string' }
  return { value: null, what: 'wrong-type' }
}

/** Epoch seconds, or null for 0, for none and for what can't be a time. */
export function coerceEpoch(value: unknown): Coerced<number | null> {
  const whole = coerceInteger(value)
  if (whole.value === null) return whole
  if (whole.value < 0 || whole.value > MAX_EPOCH_SECONDS) return { value: null, what: 'wrong-type' }
  return { value: whole.value === 0 ? null : whole.value, what: whole.what }
}

/** Yes or no from 0, 1 and their like; null where neither was said. */
export function coerceFlag(value: unknown): Coerced<boolean | null> {
  if (typeof value === 'boolean') return { value, what: 'wrong-type' }
  if (typeof value === 'string' && /^\s*(true|false)\s*$/i.test(value))
    return { value: /true/i.test(value), what: 'wrong-type' }
  const whole = coerceInteger(value)
  if (whole.value === 0 || whole.value === 1) return { value: whole.value === 1, what: whole.what }
  return { value: null, what: whole.what === 'missing' ? 'missing' : 'wrong-type' }
}
