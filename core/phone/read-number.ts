import { getCountryCallingCode, parsePhoneNumberFromString as parse } from 'libphonenumber-js/max'
import type { CountryCode, PhoneNumber } from 'libphonenumber-js/max'
import { isValidPhoneNumber as fitsLoosely } from 'libphonenumber-js/min'

/** Fewer digits without a plus are more likely an internal extension than a foreign number. */
const MIN_FOREIGN_DIGITS = 10
/** 15 in E.164, plus 6 for a country code that is repeated twice. Parsing time grows with each further digit. */
const MAX_DIGITS = 21

/** What is dialled for `+` in North America and Australia (`011`, `0011`), and in Russia (`8~10`); leading zeros aside. */
const FOREIGN_PREFIX = /^(?:11|810)(?=\d{10})/

/**
 * Reads a number as someone in `country` would; null if it isn't one. `dialled`: digits, with or without a leading plus.
 * A number may have lost its plus or its leading zero, or have a country code too many. Where two readings are possible,
 * the exact one is taken, and of two exact ones that of the country.
 */
export function readNumber(dialled: string, country: CountryCode): PhoneNumber | null {
  if (isTooLong(dialled)) return null
  const code = getCountryCallingCode(country)
  const isLong = dialled.length >= MIN_FOREIGN_DIGITS
  const withCode = `+${dialled}`
  const readings = dialled.startsWith(code)
    ? [withCode, dialled] // the API writes 972… without a plus
    : isLong && /^[1-9]/.test(dialled)
      ? [dialled, withCode]
      : [dialled]
  return firstOf(readings, country, /^(?:\+|00)/.test(dialled)) ?? readAbroad(dialled, country)
}

/** Reads a number with its country code, perhaps twice, or with too many leading zeros; null without one. */
export function readAbroad(dialled: string, country?: CountryCode): PhoneNumber | null {
  const code = dialled.replace(/^[+0]+/, '')
  if (code.replaceAll('+', '').length < MIN_FOREIGN_DIGITS || isTooLong(code)) return null
  const once = code.replace(/^(\d{1,3})[+0]*(?=\1)/, '')
  const readings = [code, code.replace(FOREIGN_PREFIX, '')].map((digits) => `+${digits}`)
  return firstOf(readings, country, false) ?? (once === code ? null : readAbroad(once, country))
}

const isTooLong = (dialled: string): boolean =>
  dialled.replace(/^[+0]+/, '').replaceAll('+', '').length > MAX_DIGITS

/** The first valid number; if there is none, the first possible one. */
function firstOf(
  readings: readonly string[],
  country: CountryCode | undefined,
  hasCode: boolean,
): PhoneNumber | null {
  const numbers = readings.map((dialled) => parse(dialled, country)).filter((number) => number !== undefined)
  return (
    numbers.find((number) => number.isValid()) ?? numbers.find((number) => mayBe(number, hasCode)) ?? null
  )
}

/**
 * True for a number of a valid form, whose range may have been opened recently. Not for short and service numbers,
 * which are listed: if its country wasn't named, it must have a trunk prefix at home, as `052…` and not `1700…`.
 */
function mayBe(number: PhoneNumber, hasCode: boolean): boolean {
  const hasTrunk = number.formatNational().replaceAll(/\D/g, '') !== number.nationalNumber
  return (hasCode || hasTrunk) && fitsLoosely(number.number)
}
