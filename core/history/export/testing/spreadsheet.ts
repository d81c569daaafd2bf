/**
 * The cells of a CSV file as a spreadsheet splits them (RFC 4180): quotes count only at the start of a cell, and hold
 * separators and line breaks together.
 */
export function openCsv(file: string, separator: string): readonly (readonly string[])[] {
  const end = new RegExp(String.raw`[\r\n${separator === '\t' ? String.raw`\t` : separator}]|$`)
  const rows: string[][] = []
  let row: string[] = []
  let rest = file.replace(/^\uFEFF/, '')
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"/.exec(rest)
    const bare = rest.slice(quoted?.[0].length ?? 0)
    const length = bare.search(end)
    row.push((quoted?.[1]?.replaceAll('""', '"') ?? '') + bare.slice(0, length))
    rest = bare.slice(length)
    if (rest.startsWith(separator)) rest = rest.slice(1)
    else {
      rows.push(row)
      row = []
      rest = rest.replace(/^(?:\r\n|\r|\n)/, '')
    }
  }
  return rows
}

/** A spreadsheet on a computer of this region. */
export interface Spreadsheet {
  /**
   * What a cell shows once it is read: a number in its shortest form, a date or time as `#DATE`, a formula as
   * `#FORMULA`, and text as it is.
   */
  shows(cell: string): string
}

export function spreadsheetOf(region: string): Spreadsheet {
  const months = new Set([region, 'en'].flatMap(monthsOf))
  const readNumber = numberReader(region)
  return {
    shows(cell) {
      const text = cell.trim()
      if (isFormula(text)) return '#FORMULA'
      if (/^(?:true|false)$/i.test(text)) return text.toUpperCase()
      if (isDate(text, months)) return '#DATE'
      const number = readNumber(text)
      return number === null ? cell : shortest(number)
    },
  }
}

const isFormula = (text: string): boolean =>
  /^[=@＝＠]/.test(text) || (/^[+\-＋－]/.test(text) && !/^[+-][\d\s.,]*$/.test(text))

const shortest = (number: number): string =>
  Math.abs(number) < 1e8 ? String(number) : number.toExponential(5) // a column of default width

function numberReader(region: string): (text: string) => number | null {
  const parts = new Intl.NumberFormat(region).formatToParts(-1_234_567.5)
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  const group = /\s/.test(sign('group')) ? String.raw`\s` : `[${sign('group')}]`
  const decimal = `[${sign('decimal')}]`
  const form = new RegExp(
    String.raw`^[+-]?(?:\d{1,3}(?:${group}\d{2,3})*${group}\d{3}|\d*)(?:${decimal}\d*)?(?:e[+-]?\d+)?$`,
    'i',
  )
  return (text) => {
    const plain = text
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replace(/^[€₪$]\s*|\s*[€₪$]$/, '')
      .replace(/^\((.*)\)$/, '-$1')
      .replace(/^(.*\d)-$/, '-$1')
      .replace(/\s*%$/, '')
    if (!form.test(plain) || !/\d/.test(plain.replace(/e.*/i, ''))) return null
    const value = Number(plain.replace(new RegExp(group, 'g'), '').replace(new RegExp(decimal), '.'))
    return Number.isNaN(value) ? null : value
  }
}

const monthsOf = (locale: string): readonly string[] =>
  (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(locale, { month })
    return Array.from({ length: 12 }, (_, index) =>
      format
        .format(new Date(2026, index, 1))
        .replace('.', '')
        .toLowerCase(),
    )
  })

const DATES = [
  /^\d{1,2}[-/.]\d{1,2}(?:[-/.](?:\d{2}|\d{4}))?(?:\s+\d{1,2}:\d\d)?$/,
  /^\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?$/,
  /^\d{1,2}[-/]\d{4}$/,
  /^\d{1,2}\.\d{1,2}\.$/, // in German
  /^\d{1,4}:\d{1,2}(?::\d{1,2})?(?:\s*[ap]m?)?$/i,
  /^\d{1,2}\s+[ap]m?$/i,
  /^\d+\s+\d+\/\d+$/,
]

function isDate(text: string, months: ReadonlySet<string>): boolean {
  const plain = text.toLowerCase()
  const dayFirst = /^\d{1,4}[\s.-]*([\p{L}\p{M}]+)\.?(?:[\s.-]*\d{1,4})?$/u.exec(plain)
  const monthFirst = /^([\p{L}\p{M}]+)\.?[\s.-]*\d{1,4}$/u.exec(plain)
  const month = dayFirst?.[1] ?? monthFirst?.[1]
  return (month !== undefined && months.has(month)) || DATES.some((form) => form.test(text))
}
