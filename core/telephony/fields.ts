import * as v from 'valibot'
import type { RepairLog } from './repair-log.ts'
import { MAX_TEXT_LENGTH } from './clean-text.ts'
import { unescapedHtml } from './plain-text.ts'
import { coerceEpoch, coerceFlag, coerceId, coerceInteger, coerceText } from './coerce.ts'
import type { Coerced } from './coerce.ts'

/** The API's ids have some 20 characters. */
export const MAX_ID_LENGTH = 256
/** A number has 15 digits; a SIP address also has a host and a display name. */
export const MAX_PHONE_LENGTH = 128

/**
 * The field kinds of the wire schema. Each accepts any value, and coerces what isn't documented and logs the repair, so
 * no field ever fails and the schema's output is complete.
 */
export function createFields(log: RepairLog) {
  const field = <T>(name: string, coerce: (value: unknown) => Coerced<T>) =>
    v.pipe(
      v.optional(v.unknown(), null),
      v.transform((seen): T => {
        const { value, what } = coerce(seen)
        if (what !== null) log.note(name, what)
        return value
      }),
    )
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
    /** A part with its own reader; undefined when absent. */
    part: () => v.optional(v.unknown()),
  }
}
