import { AsYouType } from 'libphonenumber-js/max'
import { readAbroad } from './read-number.ts'
import { unwrapNumber } from './unwrap-number.ts'

/** A number, or the first part of one, as a person wrote it. Digits only, but for the `*` and `#` of a short code. */
export interface Dialled {
  readonly digits: string
  /** It begins with `+` or `00`: the country is named. */
  readonly hasCode: boolean
  /** The digits where they begin with a country's code: with that code once, and without a trunk zero behind it. */
  readonly abroad: string
}

/** Reads what was typed, pasted or put into a rule, in whatever envelope; `digits` is `''` for what has none. */
export function readDialled(written: string): Dialled {
  const text = unwrapNumber(written).number.replaceAll(/[^\d+*#]/g, '')
  const hasCode = /^(?:\+|00)/.test(text)
  const digits = text.replace(/^(?:\+|00)/, '').replaceAll('+', '')
  const isCode = /[*#]/.test(digits)
  return {
    digits,
    hasCode,
    abroad: isCode ? digits : (readAbroad(text)?.number ?? partAbroad(digits)).replace('+', ''),
  }
}

/** A part of a number: libphonenumber knows which countries have a trunk zero that is not dialled from abroad. */
function partAbroad(digits: string): string {
  const reader = new AsYouType()
  reader.input(`+${digits}`)
  return reader.getNumberValue() ?? digits
}
