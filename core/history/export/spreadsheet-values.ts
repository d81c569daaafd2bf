/** Up to this length it is shown as written, and fits into a column of default width. */
const SHORT_NUMBER = /^(?:0|[1-9]\d{0,7})$/

/** The longest possible value: a number has at most 308 digits. The expressions below take quadratic time. */
const MAX_LENGTH = 1_000

const DIGIT = String.raw`\p{Nd}`
const GROUPED = String.raw`${DIGIT}{1,3}(?:[.,'’٬\s]${DIGIT}{2,3})*[.,'’٬\s]${DIGIT}{3}` // 12,34,567 in India
const NUMBER = new RegExp(
  String.raw`^[(+-]?\s*\p{Sc}?\s*[+-]?(?:${GROUPED}|${DIGIT}*)(?:[.,٫]${DIGIT}*)?(?:e[+-]?${DIGIT}+)?\s*[%\p{Sc}]?[)-]?$`,
  'iu',
)
const CLOCK = String.raw`${DIGIT}{1,4}(?::${DIGIT}{1,2}){1,2}(?:[.,]${DIGIT}+)?(?:\s*[ap]m?)?`
const DATE = String.raw`(?:${DIGIT}{1,2}|${DIGIT}{4})\s*[-/.]\s*(?:${DIGIT}{1,2}|${DIGIT}{4})(?:\s*[-/.]\s*${DIGIT}{1,4})?`
const TIME = new RegExp(String.raw`^(?:${DATE}[.]?|(?:${DATE}\s+)?${CLOCK}|${DIGIT}{1,2}\s+[ap]m?)$`, 'iu')
const FRACTION = new RegExp(String.raw`^[+-]?${DIGIT}+\s+${DIGIT}+/${DIGIT}+$`, 'u')
const TRUTH = /^(?:true|false|истина|ложь)$/i

/**
 * Whether a spreadsheet of this region (a locale, such as `he-IL`) treats a text as a value and shows
 * another text: a number without its zeros or last digits, a date, a time, a truth value.
 */
export function spreadsheetValues(region: string): (text: string) => boolean {
  let dateWords: ReadonlySet<string> | null = null // formatting dates takes milliseconds
  return (text) => {
    const plain = text.trim()
    if (plain.length > MAX_LENGTH || SHORT_NUMBER.test(plain)) return false
    if (TRUTH.test(plain)) return true
    if (!/\p{Nd}/u.test(plain)) return false
    if ([NUMBER, TIME, FRACTION].some((form) => form.test(plain))) return true
    const words = lettersIn(plain)
    if (words.length === 0) return false
    const known = (dateWords ??= new Set([region, 'en'].flatMap(wordsOfDates)))
    return words.every((word) => known.has(word))
  }
}

/** Names of months, days, and day periods, as used in dates and on their own. */
function wordsOfDates(locale: string): readonly string[] {
  const forms: readonly Intl.DateTimeFormatOptions[] = [
    ...(['long', 'short'] as const).flatMap((length) => [
      { month: length },
      { month: length, day: 'numeric' } as const,
      { weekday: length },
    ]),
    { hour: 'numeric', hour12: true },
  ]
  return forms.flatMap((form) => {
    const format = new Intl.DateTimeFormat(locale, form)
    return Array.from({ length: 12 }, (_, index) => new Date(2026, index, index + 1, index * 2)).flatMap(
      (day) => lettersIn(format.format(day)),
    )
  })
}

const lettersIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
