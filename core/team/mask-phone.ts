import type { Phone } from '../domain.ts'

const SHOWN_DIGITS = 3 // enough to tell two callers apart, too few to call one

/** A number with all but its last digits taken out; names of colleagues stay. */
export function maskPhone(phone: Phone): Phone {
  if (phone.kind === 'name' || phone.kind === 'withheld') return phone
  const digits = phone.received.replace(/\D/g, '')
  const shown = digits.length > SHOWN_DIGITS * 2 ? digits.slice(-SHOWN_DIGITS) : ''
  return { kind: 'digits', received: `•••${shown}` }
}
