import type { Phone } from '../domain.ts'
import { text, textOrNull, type Row } from '../database/row.ts'

type PhoneColumn = 'kind' | 'received' | 'national' | 'international' | 'e164'

/** The values of a number's five columns; all NULL for none. */
export function phoneColumns(phone: Phone | null): Readonly<Record<PhoneColumn, string | null>> {
  const none = { kind: null, received: null, national: null, international: null, e164: null }
  if (phone === null) return none
  return { ...none, ...phone }
}

/** The number in the columns that begin with `prefix`; null when there is none. */
export function phoneFrom(row: Row, prefix: 'phone' | 'did'): Phone | null {
  const received = text(row, `${prefix}_received`)
  switch (textOrNull(row, `${prefix}_kind`)) {
    case 'number':
      return {
        kind: 'number',
        received,
        national: text(row, `${prefix}_national`),
        international: text(row, `${prefix}_international`),
        e164: text(row, `${prefix}_e164`),
      }
    case 'digits': {
      const national = textOrNull(row, `${prefix}_national`)
      return { kind: 'digits', received, ...(national === null ? {} : { national }) }
    }
    case 'name':
      return { kind: 'name', received }
    case 'withheld':
      return { kind: 'withheld', received }
    case null:
    default:
      return null
  }
}
