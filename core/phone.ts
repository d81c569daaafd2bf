import { isSupportedCountry } from 'libphonenumber-js/max'
import type { Phone } from './domain.ts'
import { readNumber } from './phone/read-number.ts'
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
  if (/\p{L}/u.test(number)) {
    const isNobody = NO_HOST.test(host) || (display !== '' && isWithheld(display))
    return isNobody ? { kind: 'withheld', received } : { kind: 'name', received: text }
  }
  const country = isSupportedCountry(region) ? region : 'IL'
  const read = /[*#]/.test(number) ? null : readNumber(number.replaceAll(/[^\d+]/g, ''), country)
  if (read === null)
    return { kind: 'digits', received: text, ...(number === text ? {} : { national: number }) }
  const international = read.formatInternational()
  const national = read.country === country ? read.formatNational() : international
  return { kind: 'number', received: text, national, international, e164: read.number }
}
