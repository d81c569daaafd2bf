import type { Phone } from '../domain.ts'

/** What two calls of the same caller have in common however the number was written; null when nobody can tell. */
export function callerKey(phone: Phone): string | null {
  switch (phone.kind) {
    case 'number':
      return phone.e164
    case 'digits':
      return phone.received
    case 'name':
      return `name:${phone.received.toLowerCase()}`
    case 'withheld':
      return null
  }
}
