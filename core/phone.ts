import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { Phone } from './domain.ts'

/** What telephony systems write when the caller's number is kept back. */
const WITHHELD = new Set(['', 'anonymous', 'unknown', 'private', 'restricted', 'withheld', 'unavailable', 'null'])

/**
 * Reads a caller as the API wrote it: `0…`, `972…`, letters, or nothing. `region` (ISO 3166) decides how a number
 * without a country code is read. Never fails: what is no number is told as what it is, with its text untouched.
 * The forms the API uses: docs/api, `callerphone`.
 */
export function readPhone(received: string, region: string): Phone {
  const text = received.trim()
  if (WITHHELD.has(text.toLowerCase())) return { kind: 'withheld', received }
  if (/\p{L}/u.test(text)) return { kind: 'name', received: text }
  const country = isSupportedCountry(region) ? region : 'IL'
  // The API writes 972… without a plus; read as a national number that would be no number at all.
  const parsed = [parsePhoneNumberFromString(text, country), parsePhoneNumberFromString(`+${text.replace(/^\+/, '')}`)].find(
    (number) => number?.isValid(),
  )
  if (parsed === undefined) return { kind: 'digits', received: text }
  const national = parsed.country === country ? parsed.formatNational() : parsed.formatInternational()
  return { kind: 'number', received: text, national, international: parsed.formatInternational(), e164: parsed.number }
}
