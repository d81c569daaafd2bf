import { AsYouType } from 'libphonenumber-js/max'
import { numberWithin } from './number-within.ts'
import { readAbroad } from './read-number.ts'
import { unwrapNumber } from './unwrap-number.ts'

/** A number, or its first part, as a person wrote it. Digits only, except for the `*` and `#` of a short code. */
export interface Dialled {
  readonly digits: string
  /** It starts with `+` or `00`, so a country code follows. */
  readonly hasCode: boolean
  /**
   * The digits as dialled from abroad, if they start with a country code: with that code once, and no trunk zero after
   * it.
   */
  readonly abroad: string
}

/**
 * Reads a number that was typed, pasted or entered in a rule, within any surrounding text; `digits` is `''` if it has
 * none.
 */
export function readDialled(written: string): Dialled {
  const { number } = unwrapNumber(written)
  const text = (numberWithin(number)?.number ?? number).replaceAll(/[^\d+*#]/g, '')
  const hasCode = /^(?:\+|00)/.test(text)
  const digits = text.replace(/^(?:\+|00)/, '').replaceAll('+', '')
  const isCode = /[*#]/.test(digits)
  return {
    digits,
    hasCode,
    abroad: isCode ? digits : (readAbroad(text)?.number ?? partAbroad(digits)).replace('+', ''),
  }
}

/** Part of a number: libphonenumber knows which countries have a trunk zero that isn't dialled from abroad. */
function partAbroad(digits: string): string {
  const reader = new AsYouType()
  reader.input(`+${digits}`)
  return reader.getNumberValue() ?? digits
}
