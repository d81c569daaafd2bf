import * as v from 'valibot'
import type { RepairLog } from './repair-log.ts'
import { cleanText, MAX_TEXT_LENGTH } from './clean-text.ts'
import { plainText } from './plain-text.ts'
import { MAX_EPOCH_SECONDS, coerceEpoch, coerceFlag, coerceId, coerceInteger, coerceText } from './coerce.ts'
import type { Coerced } from './coerce.ts'

/** Ids of the API have some 20 characters. */
export const MAX_ID_LENGTH = 256
/** A number has 15 digits; an address of SIP has a host and a display name, too. */
export const MAX_PHONE_LENGTH = 128

/**
 * The kinds of field of the wire schema. Each schema says the documented form; its fallback bends anything else to
 * fit and notes the bend, so no field ever fails and the schema's output is complete.
 */
export function createFields(log: RepairLog) {
  function told<T>(field: string, mended: Coerced<T>): T {
    if (mended.what !== null) log.note(field, mended.what)
    return mended.value
  }
  return {
    text: (field: string, max: number = MAX_TEXT_LENGTH) =>
      v.fallback(
        v.pipe(
          v.string(),
          v.transform((text): string => plainText(text, max)),
        ),
        (seen) => told(field, coerceText(seen?.value, max)),
      ),
    /** `''` when there is none, untold. */
    id: (field: string) =>
      v.fallback(
        v.pipe(
          v.string(),
          v.transform((text): string => cleanText(text, MAX_ID_LENGTH)),
        ),
        (seen) => told(field, coerceId(seen?.value, MAX_ID_LENGTH)),
      ),
    /** An id that is documented as a number and kept as text. */
    numericId: (field: string) =>
      v.fallback(v.pipe(v.number(), v.safeInteger(), v.transform(String)), (seen) => {
        const { value } = coerceId(seen?.value, MAX_ID_LENGTH)
        return told(field, { value, what: value === '' ? 'missing' : 'numeric-string' })
      }),
    integer: (field: string) =>
      v.fallback(
        v.pipe(
          v.number(),
          v.safeInteger(),
          v.transform((whole): number | null => whole),
        ),
        (seen) => told(field, coerceInteger(seen?.value)),
      ),
    /** Epoch seconds; the documented 0 is "not yet" and comes as null. */
    epoch: (field: string) =>
      v.fallback(
        v.pipe(
          v.number(),
          v.safeInteger(),
          v.minValue(0),
          v.maxValue(MAX_EPOCH_SECONDS),
          v.transform((seconds): number | null => (seconds === 0 ? null : seconds)),
        ),
        (seen) => told(field, coerceEpoch(seen?.value)),
      ),
    flag: (field: string) =>
      v.fallback(
        v.pipe(
          v.picklist([0, 1]),
          v.transform((bit): boolean | null => bit === 1),
        ),
        (seen) => told(field, coerceFlag(seen?.value)),
      ),
    /** A part with a reader of its own; undefined when absent. */
    part: () => v.optional(v.unknown()),
  }
}
