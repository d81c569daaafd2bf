import { isSupportedCountry } from 'libphonenumber-js/max'
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max'
import type { Phone } from './domain.ts'
import { readNumber } from './phone/read-number.ts'
import { numberWithin } from './phone/number-within.ts'
import { unwrapNumber } from './phone/unwrap-number.ts'
import { isWithheld } from './phone/withheld.ts'

/** A host that can't exist (RFC 2606), as in `sip:c8oqz84zk7z@anonymous.invalid` (RFC 3323). */
const NO_HOST = /(?:^|\.)invalid$/

/**
 * Reads a caller as the API wrote it: `0…`, `972…`, a SIP address, letters, or nothing. `region` (ISO 3166) decides
 * how a number without a country code is read. Never fails: what isn't a number is returned as what it is, with its text
 * unchanged. The forms the API uses: docs/api.md, `callerphone`.
 */
export function readPhone(received: string, region: string): Phone {
  const text = received.trim()
  const { display, number, host } = unwrapNumber(text)
  if (isWithheld(number)) return { kind: 'withheld', received }
  const isName = /\p{L}/u.test(number)
  if (isName && (NO_HOST.test(host) || (display !== '' && isWithheld(display))))
    return { kind: 'withheld', received }
  const country = isSupportedCountry(region) ? region : 'IL'
  const read = readWithin(isName ? (numberWithin(number)?.number ?? '') : number, country)
  if (read === null && isName) return { kind: 'name', received: text }
  if (read === null)
    return { kind: 'digits', received: text, ...(number === text ? {} : { national: number }) }
  const international = read.formatInternational()
  const national = read.country === country ? read.formatNational() : international
  return { kind: 'number', received: text, national, international, e164: read.number }
}

/** Without its last group of digits if it has too many: `052-123-4567/12` has an extension. */
function readWithin(number: string, country: CountryCode): PhoneNumber | null {
  const read = (text: string): PhoneNumber | null =>
    /[*#]\d/.test(text) ? null : readNumber(text.replaceAll(/[^\d+]/g, ''), country)
  const last = number.match(/\d+/g)?.at(-1) ?? ''
  return read(number) ?? (last.length > 5 ? null : read(number.slice(0, number.lastIndexOf(last))))
}
