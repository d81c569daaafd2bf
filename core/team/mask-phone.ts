import type { Phone } from '../domain.ts'

const SHOWN_DIGITS = 3 // enough to tell two callers apart, too few to call one
const HIDDEN = '•••'

/** A number with all but its last digits taken out; names of colleagues stay, without the digits of a number. */
export function maskPhone(phone: Phone): Phone {
  if (phone.kind === 'withheld') return { kind: 'withheld', received: '' }
  if (phone.kind === 'name') return { kind: 'name', received: maskDigits(phone.received) }
  const digits = (phone.national ?? phone.received).replace(/\D/g, '')
  const shown = digits.length > SHOWN_DIGITS * 2 ? digits.slice(-SHOWN_DIGITS) : ''
  return { kind: 'digits', received: `${HIDDEN}${shown}` }
}

/** A name without its digits, of whatever script, where they may be a number: `Branch 4` stays. */
export function maskDigits(name: string): string {
  const digits = name.match(/\p{N}/gu) ?? []
  return digits.length > SHOWN_DIGITS ? name.replaceAll(/\p{N}(?:[\s().\-/]*\p{N})*/gu, HIDDEN) : name
}
