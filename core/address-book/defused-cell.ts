import { spreadsheetValues } from '../history/export/spreadsheet-values.ts'

const FORMULA = String.raw`[=+\-@＝＋－＠]` // some spreadsheets accept the full-width forms too
/** Digits and spaces alone can't run anything. */
const PHONE_NUMBER = /^\+\d[\d ]*$/
const STARTS_FORMULA = new RegExp(String.raw`^'*${FORMULA}`)
/** After what ends a cell in a spreadsheet with another separator, which doesn't recognise the quotes around it. */
const WITHIN = String.raw`([,;|\t\r\n](?:[^\S\t\r\n]|[\0"])*)`
const FORMULA_WITHIN = new RegExp(String.raw`${WITHIN}(?='*${FORMULA})`, 'g')
const DEFUSED_WITHIN = new RegExp(String.raw`${WITHIN}'(?='*${FORMULA})`, 'g')

/**
 * Text for a cell of a CSV file, in front of which an apostrophe stands where a spreadsheet would run it as a formula, or
 * turn it into another number or a date. `plainCell` is its exact inverse.
 */
export const defusedCell = (text: string): string =>
  (isRisky(text) ? "'" : '') + text.replaceAll(FORMULA_WITHIN, "$1'")

/** The text of a cell, without the apostrophe that `defusedCell`, or a person, put in front of a formula or number. */
export function plainCell(cell: string): string {
  const text = cell.replaceAll(DEFUSED_WITHIN, '$1')
  return text.startsWith("'") && isRisky(text) ? text.slice(1) : text
}

/** Whatever the number of apostrophes in front of it. */
function isRisky(text: string): boolean {
  const plain = text.replace(/^'+/, '')
  if (PHONE_NUMBER.test(plain)) return plain !== text
  return STARTS_FORMULA.test(text) || isValue(plain)
}

const isValue = spreadsheetValues('en')
