import type { Phone } from '../domain.ts'
import { maskedDigits } from '../phone/masked-digits.ts'

const SHOWN_DIGITS = 3 // enough to distinguish two callers, too few to call one
const HIDDEN = '•••'

/**
 * A number with only its last digits visible: the rest can't be dialled, looked up or copied. Names of
 * colleagues stay, without the digits of a phone number. What is already masked stays unchanged.
 */
export function maskPhone(phone: Phone): Phone {
  if (phone.kind === 'withheld') return { kind: 'withheld', received: maskedDigits(phone) }
  if (phone.kind === 'name') return { kind: 'name', received: maskDigits(phone.received) }
  const digits = (phone.national ?? phone.received).replace(/\D/g, '')
  const shown = digits.length > SHOWN_DIGITS * 2 ? digits.slice(-SHOWN_DIGITS) : ''
  return { kind: 'withheld', received: `${HIDDEN}${shown}` }
}

/** A name without its digits, in any script, if they may be a phone number: `Branch 4` stays. */
export function maskDigits(name: string): string {
  const digits = name.match(/\p{N}/gu) ?? []
  return digits.length > SHOWN_DIGITS ? name.replaceAll(/\p{N}(?:[\s().\-/]*\p{N})*/gu, HIDDEN) : name
}
