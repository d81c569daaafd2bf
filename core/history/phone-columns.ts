import type { Phone } from '../domain.ts'
import { text, textOrNull, type Row } from '../database/row.ts'

type Prefix = 'phone' | 'did'

/** The values of a number's five columns, whose names begin with `prefix`; all NULL for none. */
export function phoneColumns(prefix: Prefix, phone: Phone | null): Record<string, string | null> {
  const none = { kind: null, received: null, national: null, international: null, e164: null }
  const columns = Object.entries({ ...none, ...phone })
  return Object.fromEntries(columns.map(([name, value]) => [`${prefix}_${name}`, value]))
}

/** The number in the columns that begin with `prefix`; null when there is none. */
export function phoneFrom(row: Row, prefix: Prefix): Phone | null {
  const received = text(row, `${prefix}_received`)
  const kind = textOrNull(row, `${prefix}_kind`)
  switch (kind) {
    case 'number':
      return {
        kind,
        received,
        national: text(row, `${prefix}_national`),
        international: text(row, `${prefix}_international`),
        e164: text(row, `${prefix}_e164`),
      }
    case 'digits': {
      const national = textOrNull(row, `${prefix}_national`)
      return { kind, received, ...(national === null ? {} : { national }) }
    }
    case 'name':
    case 'withheld':
      return { kind, received }
    case null:
    default:
      return null
  }
}
