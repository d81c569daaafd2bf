import type { Phone } from '../domain.ts'
import { readDialled } from '../phone/dialled.ts'
import { shortNumber } from '../phone/caller-key.ts'

/**
 * True when the number in a rule, in any written form, perhaps without its first zero, is this one. Never for a name or
 * a withheld number.
 */
export const isNumber = (written: string, phone: Phone | null): boolean =>
  fits(written, phone, (form, digits) => form === digits || (digits.length >= 7 && form === `0${digits}`))

/** True when the number starts as the rule says, in any written form: nationally as `05`, internationally as `+9725`. */
export const beginsWith = (written: string, phone: Phone | null): boolean =>
  fits(written.replace(REST, ''), phone, (form, digits) => form.startsWith(digits))

/** How people write that more digits follow. */
const REST = /(?<=\d)(?:[*?%…]|\.{3}|x+)$/i

function fits(
  written: string,
  phone: Phone | null,
  compare: (form: string, digits: string) => boolean,
): boolean {
  const rule = readDialled(written)
  if (rule.digits === '') return false
  if (phone?.kind === 'digits') return !rule.hasCode && compare(shortNumber(phone), rule.digits)
  if (phone?.kind !== 'number') return false
  const { e164, national } = phone
  if (compare(e164.slice(1), rule.abroad)) return true
  // With its country named, a rule can only mean the international form.
  return !rule.hasCode && [e164, national].some((form) => compare(form.replaceAll(/\D/g, ''), rule.digits))
}
