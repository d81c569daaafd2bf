import type { Repair } from '../domain.ts'
import { cleanText } from './clean-text.ts'

/** A value coerced to the documented form; `what` is null if it had that form, or nothing was lost or guessed. */
export interface Coerced<T> {
  readonly value: T
  readonly what: Repair['what'] | null
}

/** The latest accepted stamp: the year 5138. Anything larger is milliseconds or nonsense. */
const MAX_EPOCH_SECONDS = 99_999_999_999

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

/** Text from anything: a number as its digits, otherwise `''`. */
export function coerceText(value: unknown, max: number): Coerced<string> {
  if (typeof value === 'string') return { value: cleanText(value, max), what: null }
  if (typeof value === 'number' || typeof value === 'bigint')
    return { value: cleanText(String(value), max), what: 'number-for-text' }
  return { value: '', what: isEmpty(value) ? 'missing' : 'wrong-type' }
}

/** An id from anything usable as one: `''` only where there is none. Callers that need one report it missing. */
export function coerceId(value: unknown, max: number): Coerced<string> {
  if (isEmpty(value)) return { value: '', what: null }
  if (typeof value === 'boolean') return { value: String(value), what: 'wrong-type' }
  if (Array.isArray(value)) return { value: coerceText(value[0], max).value, what: 'wrong-type' }
  return coerceText(value, max)
}

/** An integer from a number or its digits as text, otherwise null. */
export function coerceInteger(value: unknown): Coerced<number | null> {
  if (isEmpty(value)) return { value: null, what: 'missing' }
  if (typeof value === 'number') {
    const integer = Math.trunc(value)
    if (integer === value && Number.isSafeInteger(value)) return { value, what: null }
    return { value: Number.isSafeInteger(integer) ? integer : null, what: 'wrong-type' }
  }
  if (typeof value === 'string' && /^\s*[+-]?\d{1,15}(\.\d*)?\s*$/.test(value))
    return { value: Math.trunc(Number(value)), what: 'numeric-string' }
  return { value: null, what: 'wrong-type' }
}

/** Epoch seconds, or null for 0, for none and for anything that can't be a time. */
export function coerceEpoch(value: unknown): Coerced<number | null> {
  const integer = coerceInteger(value)
  if (integer.value === null) return integer
  if (integer.value < 0 || integer.value > MAX_EPOCH_SECONDS) return { value: null, what: 'wrong-type' }
  return { value: integer.value === 0 ? null : integer.value, what: integer.what }
}

/** A boolean from 0, 1 and equivalents; null for anything else. */
export function coerceFlag(value: unknown): Coerced<boolean | null> {
  if (typeof value === 'boolean') return { value, what: 'wrong-type' }
  if (typeof value === 'string' && /^\s*(true|false)\s*$/i.test(value))
    return { value: /true/i.test(value), what: 'wrong-type' }
  const integer = coerceInteger(value)
  if (integer.value === 0 || integer.value === 1) return { value: integer.value === 1, what: integer.what }
  return { value: null, what: integer.what === 'missing' ? 'missing' : 'wrong-type' }
}
