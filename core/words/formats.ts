import type { Phone } from '../domain.ts'
import { maskedDigits } from '../phone/masked-digits.ts'
import type { NumberFormat } from '../settings/settings.ts'

const FIRST_STRONG_ISOLATE = '\u2068'
const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const POP_ISOLATE = '\u2069'
const RIGHT_TO_LEFT_MARK = '\u200f'

/**
 * A name in any script, isolated so that it doesn't reorder the sentence around it. For plain text: tray, notification.
 */
export const isolated = (text: string): string => `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`

/** Digits, ids and times, which read left to right in every language. For plain text. */
export const leftToRight = (text: string): string => `${LEFT_TO_RIGHT_ISOLATE}${text}${POP_ISOLATE}`

/** A phone number within a sentence: left to right in every language, and on one line. */
export const unbrokenNumber = (text: string): string => leftToRight(text.replaceAll(' ', '\u00a0'))

/**
 * A separate line of plain text, such as a tooltip: it has the direction of its language, even if its first word is in
 * another one.
 */
export const ownLine = (text: string, direction: 'ltr' | 'rtl'): string =>
  direction === 'rtl' ? `${RIGHT_TO_LEFT_MARK}${text}` : text

export const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** An age as `0:07`, `12:48` or `1:02:03`. Takes ms; negative ages count as zero. */
export function timer(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}:${twoDigits(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`
}

/** A completed span, for sentences: `timer` is for running ones. Never negative. */
export const roundedSeconds = (ms: number): number => Math.max(0, Math.round(ms / 1000))

/** The time of day of an epoch-ms instant, for example `10:42`, in this computer's time zone. */
export function timeOfDay(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

/** A number in the requested form; anything else as received. `''` for a withheld one. */
export function phoneText(phone: Phone, format: NumberFormat): string {
  switch (phone.kind) {
    case 'number':
      return format === 'received' ? phone.received : phone[format]
    case 'digits':
      return format === 'received' ? phone.received : (phone.national ?? phone.received)
    case 'name':
      return phone.received
    case 'withheld':
      return ''
  }
}

/** A caller as shown: like `phoneText`, and for a masked number the digits that are left. `''` for a withheld one. */
export const shownPhone = (phone: Phone, format: NumberFormat): string =>
  phoneText(phone, format) || maskedDigits(phone)
