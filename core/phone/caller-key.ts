import type { Phone } from '../domain.ts'
import { foldText } from '../fold-text.ts'

/** A key shared by all calls of the same caller, however the number was written; null when the caller is unknown. */
export function callerKey(phone: Phone): string | null {
  switch (phone.kind) {
    case 'number':
      return phone.e164
    case 'digits':
      return shortNumber(phone)
    case 'name':
      return `name:${foldText(phone.received)}`
    case 'withheld':
      return null
  }
}

/** The dialled form of an extension or a short code, such as `100` or `*5287`: stars are part of it, brackets aren't. */
export const shortNumber = ({ received, national = received }: Extract<Phone, { kind: 'digits' }>): string =>
  national.replaceAll(/[^\d+*#]/g, '')
