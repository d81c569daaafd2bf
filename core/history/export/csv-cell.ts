const BEGINS_FORMULA = /^[\s\0]*[=+\-@\t\r＝＋－＠]/ // spreadsheets trim what stands before it; some take the wide forms too
const PHONE_NUMBER = /^\+\d[\d ]*$/ // digits and spaces alone can call nothing

/**
 * One field of a CSV file (RFC 4180): in quotes where it must be, its quotes doubled. Text that a spreadsheet would
 * run as a formula gets an apostrophe before it; a number in international form, `+972 72 277 6772`, does not.
 */
export function csvCell(value: string): string {
  const defused = BEGINS_FORMULA.test(value) && !PHONE_NUMBER.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused
}
