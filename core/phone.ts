import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/min'
import type { Phone } from './domain.ts'

/** What telephony systems write when the caller's number is kept back; the last is Hebrew for it. */
const WITHHELD =
  /^(anonymous|unknown|private|restricted|withheld|unavailable|blocked|null|undefined|חסוי)?$/iu

/** Fewer digits without a plus are rather an internal extension than a number of another country. */
const MIN_FOREIGN_DIGITS = 10

/**
 * Reads a caller as the API wrote it: `0…`, `972…`, letters, or nothing. `region` (ISO 3166) decides how a number
 * without a country code is read. Never fails: what is no number is told as what it is, with its text untouched.
 * The forms the API uses: docs/api.md, `callerphone`.
 */
export function readPhone(received: string, region: string): Phone {
  const text = received.trim()
  if (WITHHELD.test(text)) return { kind: 'withheld', received }
  if (/\p{L}/u.test(text)) return { kind: 'name', received: text }
  const country = isSupportedCountry(region) ? region : 'IL'
  const number = nationally(text, country) ?? withCountryCode(text, country)
  if (number === null) return { kind: 'digits', received: text }
  const international = number.formatInternational()
  const national = number.country === country ? number.formatNational() : international
  return { kind: 'number', received: text, national, international, e164: number.number }
}

const nationally = (text: string, country: CountryCode): PhoneNumber | null =>
  valid(parsePhoneNumberFromString(text, country))

/** The API writes 972… without a plus; read as a national number that would be no number at all. */
function withCountryCode(text: string, country: CountryCode): PhoneNumber | null {
  const digits = text.replace(/\D/g, '')
  const likely = digits.length >= MIN_FOREIGN_DIGITS || digits.startsWith(getCountryCallingCode(country))
  return likely && /^[\d\s().-]+$/.test(text) ? valid(parsePhoneNumberFromString(`+${digits}`)) : null
}

const valid = (number: PhoneNumber | undefined): PhoneNumber | null =>
  number?.isValid() === true ? number : null
