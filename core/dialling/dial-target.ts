import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Phone } from '../domain.ts'
import { MAX_WRITTEN } from '../limits.ts'
import { readPhone } from '../phone.ts'
import { callerKey } from '../phone/caller-key.ts'
import type { Settings } from '../settings/settings.ts'
import { typedText } from '../settings/typed-text.ts'
import { isEmergency } from './emergency.ts'

/**
 * Whom to call: the caller of a listed call, a colleague's extension, or a number that was typed, pasted or in a link.
 */
export type DialSubject =
  | { readonly kind: 'phone'; readonly phone: Phone; readonly name: string }
  | { readonly kind: 'colleague'; readonly extension: string; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/** Why a number can't be called. */
export type NotDialable =
  | 'empty'
  | 'withheld'
  | 'not-a-number'
  | 'too-long'
  | 'own-extension'
  | 'emergency'
  | 'country'
  | 'prefix'

export interface DialTarget {
  readonly phone: Phone
  readonly name: string
  /** The form that is sent: digits with the country code and without a plus, or a SIP code. */
  readonly target: string
}

export type ReadTarget = DialTarget | { readonly refused: NotDialable }

/** What determines how a number is read, and whether it may be called. */
export interface DialRules extends Pick<Settings, 'region' | 'dialCountries' | 'dialRefusedPrefixes'> {
  /** The extension that places the calls. */
  readonly extension: string
  /** Whether an extension of the account has this SIP code. */
  readonly isExtension: (code: string) => boolean
}

/** E.164 has 15 digits; some networks have longer numbers. */
const DIGITS = /^\d{2,17}$/

/** Resolves a subject to the form that is sent, or says why it can't be called. */
export function readTarget(subject: DialSubject, rules: DialRules): ReadTarget {
  switch (subject.kind) {
    case 'colleague':
      return colleague(subject.extension, subject.name, rules)
    case 'phone':
      return phoneTarget(subject.phone, subject.name, rules)
    case 'text': {
      if (subject.text.length > MAX_WRITTEN) return { refused: 'too-long' }
      const text = typedText(subject.text)
      if (text === '') return { refused: 'empty' }
      if (rules.isExtension(text) || text === rules.extension) return colleague(text, '', rules)
      return phoneTarget(readPhone(text, rules.region), '', rules)
    }
  }
}

/** Whom a stored call was placed to, from the form in which it was sent. */
export function placedTarget(target: string, region: string): DialTarget {
  const isLong = /^\d{7,}$/.test(target)
  return { phone: readPhone(isLong ? `+${target}` : target, region), name: '', target }
}

function colleague(extension: string, name: string, rules: DialRules): ReadTarget {
  if (extension === rules.extension) return { refused: 'own-extension' }
  if (!/^[\w.-]{1,64}$/.test(extension)) return { refused: 'not-a-number' }
  if (/^\d+$/.test(extension) && isEmergency(extension, rules.region)) return { refused: 'emergency' }
  return { phone: { kind: 'name', received: extension }, name, target: extension }
}

function phoneTarget(phone: Phone, name: string, rules: DialRules): ReadTarget {
  const key = callerKey(phone)
  switch (phone.kind) {
    case 'withheld':
      return { refused: phone.received.trim() === '' ? 'empty' : 'withheld' }
    case 'name':
      return rules.isExtension(phone.received)
        ? colleague(phone.received, name, rules)
        : { refused: 'not-a-number' }
    case 'number':
    case 'digits': {
      const refused = refusalOf(key ?? '', phone, rules)
      if (refused !== null) return { refused }
      return { phone, name, target: (key ?? '').replace(/^\+/, '') }
    }
  }
}

/**
 * `key`: E.164, or the digits of a short number. A star code would change the phone's behaviour: *21 forwards calls.
 */
function refusalOf(key: string, phone: Phone, rules: DialRules): NotDialable | null {
  if (key === rules.extension) return 'own-extension'
  if (isEmergency(key, rules.region) || isEmergency(phone.received, rules.region)) return 'emergency'
  const digits = key.replace(/^\+/, '')
  if (!DIGITS.test(digits)) return 'not-a-number'
  if (!mayCallCountry(key, rules)) return 'country'
  const written = nationalDigits(key, rules.region)
  const isRefused = rules.dialRefusedPrefixes.some(
    (prefix) => digits.startsWith(prefix) || written.startsWith(prefix),
  )
  return isRefused ? 'prefix' : null
}

/**
 * A short number belongs to the account's own country. A longer one that isn't a valid number of any country is sent as
 * it is, and might begin with the code of one that can't be called.
 */
function mayCallCountry(key: string, { dialCountries, region, isExtension }: DialRules): boolean {
  if (dialCountries === 'all') return true
  const isOwn = SHORT_NUMBER.test(key) || isExtension(key)
  const country = isOwn ? region : parsePhoneNumberFromString(key)?.country
  return country !== undefined && dialCountries.includes(country)
}

/** An extension or a service's number, not what is dialled for `+`. */
const SHORT_NUMBER = /^(?!00)\d{2,6}$/

/** A prefix as dialled at home: administrators write it as on their phones, `1900` or `972-1900`. */
function nationalDigits(key: string, region: string): string {
  const read = isSupportedCountry(region) ? parsePhoneNumberFromString(key, region) : undefined
  const isHome = read !== undefined && read.country === region
  return (isHome ? read.formatNational() : key).replaceAll(/\D/g, '')
}
