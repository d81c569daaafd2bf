import { callerKey } from '../phone/caller-key.ts'
import { readPhone } from '../phone.ts'

/**
 * The caller whom a number in an address book identifies, as in `callerKey`, however it is written: an extension after it,
 * or what is dialled after a pause, doesn't count. Null for text that isn't a number. `region`: how numbers without a
 * country code are read.
 */
export function numberKey(written: string, region: string): string | null {
  const phone = readPhone(written, region)
  // A SIP address, or letters on the keypad; words alone say nothing about who calls.
  if (phone.kind === 'name' && (!/[\d@]/.test(phone.received) || ROUNDED.test(phone.received))) return null
  const key = callerKey(phone)
  return key === '' ? null : key
}

/** How Excel writes a long number into a CSV file: its last digits are lost. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d+$/i

/** The numbers in a line with one or several, as in `050-1234567 / 03-6123456`, or in a cell of Google's lists. */
export const numbersIn = (text: string): readonly string[] =>
  text.split(':::').flatMap((part) => {
    const each = part.split(/[,;/]/).flatMap((one) => (/[\p{L}\p{N}]/u.test(one) ? [one.trim()] : []))
    return each.length > 1 && !each.every(isWhole) ? [part.trim()] : each
  })

/** In `03-6123456/7`, what follows the slash isn't. */
const isWhole = (number: string): boolean =>
  /^\+?[\p{Nd}\s().-]+$/u.test(number) && (number.match(/\p{Nd}/gu)?.length ?? 0) >= MIN_DIGITS

const MIN_DIGITS = 7 // of a number within a city
