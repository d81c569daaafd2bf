const FORMULA = String.raw`[=+\-@＝＋－＠]` // some spreadsheets accept the full-width forms too
const PHONE_NUMBER = String.raw`\+\d[\d ]*` // digits and spaces alone can't run anything
/** A formula at the start; spreadsheets ignore whitespace before it. */
const BEGINS_FORMULA = new RegExp(String.raw`^(?!${PHONE_NUMBER}$)[\s\0]*(?:${FORMULA}|[\t\r])`)
/** After what ends a cell in a spreadsheet with another list separator, which doesn't recognise the surrounding quotes. */
const FORMULA_WITHIN = new RegExp(
  String.raw`([,;|\t\r\n](?:[^\S\t\r\n]|[\0"])*)(?!${PHONE_NUMBER}(?:(?:"(?:[^\S\t\r\n]|")*)?[,;|\t\r\n]|$))(?=${FORMULA})`,
  'g',
)

/**
 * One field of a CSV file (RFC 4180): in quotes where it must be, its quotes doubled. Text that a spreadsheet would
 * run as a formula, whatever separates its cells, gets an apostrophe before it; a number in international form,
 * `+972 72 277 6772`, does not.
 */
export function csvCell(value: string, separator = ','): string {
  const defused = (BEGINS_FORMULA.test(value) ? "'" : '') + value.replace(FORMULA_WITHIN, "$1'")
  return /["\r\n]|^\s|\s$/.test(defused) || defused.includes(separator)
    ? `"${defused.replaceAll('"', '""')}"`
    : defused
}
