import type { Phone } from '../domain.ts'
import type { WindowWords as Words } from './words.ts'

const LINE_DIGITS = 3 // enough to distinguish the organisation's lines, but not a number anyone could call

/** A caller in privacy mode: shows only that there is a number or a name. */
export function maskedPhone(phone: Phone, words: Words): Phone {
  if (phone.kind === 'withheld') return { kind: 'withheld', received: '' }
  return { kind: 'name', received: phone.kind === 'name' ? words.privacy.name : words.privacy.number }
}

/** A name in privacy mode; `''` stays `''`. */
export const maskedName = (name: string, words: Words): string => (name === '' ? '' : words.privacy.name)

/** The organisation's own line that was dialled, by its last digits; null if it has too few to hide the rest. */
export function maskedLine(did: Phone): Phone | null {
  if (did.kind === 'name' || did.kind === 'withheld') return null
  const digits = (did.national ?? did.received).replace(/\D/g, '')
  if (digits.length <= LINE_DIGITS * 2) return null
  return { kind: 'digits', received: `…${digits.slice(-LINE_DIGITS)}` }
}
