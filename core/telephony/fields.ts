import * as v from 'valibot'
import type { RepairLog } from './repair-log.ts'
import { cleanText, MAX_TEXT_LENGTH } from './clean-text.ts'
import { plainText } from './plain-text.ts'
import { MAX_EPOCH_SECONDS, coerceEpoch, coerceFlag, coerceId, coerceInteger, coerceText } from './coerce.ts'
import type { Coerced } from './coerce.ts'

/** The API's ids have some 20 characters. */
export const MAX_ID_LENGTH = 256
/** A number has 15 digits; a SIP address also has a host and a display name. */
export const MAX_PHONE_LENGTH = 128

/**
 * The field kinds of the wire schema. Each schema is the documented form; its fallback coerces anything else
 * and logs the repair, so no field ever fails and the schema's output is complete.
 */
export function createFields(log: RepairLog) {
  function logged<T>(field: string, coerced: Coerced<T>): T {
    if (coerced.what !== null) log.note(field, coerced.what)
    return coerced.value
  }
  return {
    text: (field: string, max: number = MAX_TEXT_LENGTH) =>
      v.fallback(
        v.pipe(
          v.string(),
          v.transform((text): string => plainText(text, max)),
        ),
        (seen) => logged(field, coerceText(seen?.value, max)),
      ),
    /** `''` when there is none, without a report. */
    id: (field: string) =>
      v.fallback(
        v.pipe(
          v.string(),
          v.transform((text): string => cleanText(text, MAX_ID_LENGTH)),
        ),
        (seen) => logged(field, coerceId(seen?.value, MAX_ID_LENGTH)),
      ),
    /** An id that is documented as a number and stored as text. */
    numericId: (field: string) =>
      v.fallback(v.pipe(v.number(), v.safeInteger(), v.transform(String)), (seen) => {
        const { value } = coerceId(seen?.value, MAX_ID_LENGTH)
        return logged(field, { value, what: value === '' ? 'missing' : 'numeric-string' })
      }),
    integer: (field: string) =>
      v.fallback(
        v.pipe(
          v.number(),
          v.safeInteger(),
          v.transform((integer): number | null => integer),
        ),
        (seen) => logged(field, coerceInteger(seen?.value)),
      ),
    /** Epoch seconds; the documented 0 means "not yet" and is returned as null. */
    epoch: (field: string) =>
      v.fallback(
        v.pipe(
          v.number(),
          v.safeInteger(),
          v.minValue(0),
          v.maxValue(MAX_EPOCH_SECONDS),
          v.transform((seconds): number | null => (seconds === 0 ? null : seconds)),
        ),
        (seen) => logged(field, coerceEpoch(seen?.value)),
      ),
    flag: (field: string) =>
      v.fallback(
        v.pipe(
          v.picklist([0, 1]),
          v.transform((bit): boolean | null => bit === 1),
        ),
        (seen) => logged(field, coerceFlag(seen?.value)),
      ),
    /** A part with its own reader; undefined when absent. */
    part: () => v.optional(v.unknown()),
  }
}
