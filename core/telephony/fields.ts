import type { RepairLog } from './repair-log.ts'
import { MAX_TEXT_LENGTH } from './clean-text.ts'
import { unescapedHtml } from './plain-text.ts'
import { coerceEpoch, coerceFlag, coerceId, coerceInteger, coerceText } from './coerce.ts'
import type { Coerced } from './coerce.ts'
import type { JsonRecord } from './records.ts'

/** The API's ids have some 20 characters. */
export const MAX_ID_LENGTH = 256
/** A number has 15 digits; a SIP address also has a host and a display name. */
export const MAX_PHONE_LENGTH = 128

/**
 * Reads the fields of a record, each by its name and kind. Any value is accepted: what isn't documented is coerced and
 * the repair logged, so no field ever fails.
 */
export const fieldsOf = (record: JsonRecord, log: Pick<RepairLog, 'note'>) =>
  createFields((name) => record[name], log.note)

/** `cell` returns a field's value by its name, undefined if it is absent; `note` receives each repair. */
export function createFields(cell: (name: string) => unknown, note: RepairLog['note']) {
  function field<T>(name: string, coerce: (value: unknown) => Coerced<T>): T {
    const { value, what } = coerce(cell(name))
    if (what !== null) note(name, what)
    return value
  }
  return {
    /** Without its HTML escapes. */
    text: (name: string, max: number = MAX_TEXT_LENGTH) =>
      field(name, (seen) => coerceText(typeof seen === 'string' ? unescapedHtml(seen) : seen, max)),
    /** `''` when there is none, without a report. */
    id: (name: string) => field(name, (seen) => coerceId(seen, MAX_ID_LENGTH)),
    /** An id that is documented as a number and stored as text. */
    numericId: (name: string) =>
      field(name, (seen) => {
        const { value } = coerceId(seen, MAX_ID_LENGTH)
        if (Number.isSafeInteger(seen)) return { value, what: null }
        return { value, what: value === '' ? 'missing' : 'numeric-string' }
      }),
    integer: (name: string) => field(name, coerceInteger),
    /** Epoch seconds; the documented 0 means "not yet" and is returned as null. */
    epoch: (name: string) => field(name, coerceEpoch),
    flag: (name: string) => field(name, coerceFlag),
  }
}
