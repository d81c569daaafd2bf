/** Letters without a decomposition, as an ordinary keyboard types them. Also quotation marks: geresh is one. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' },
  ...{ ٱ: 'ا', ى: 'ي', ی: 'ي', ک: 'ك', ڪ: 'ك', ة: 'ه', ہ: 'ه', ە: 'ه' },
  ...{ װ: 'וו', ױ: 'וי', ײ: 'יי' },
}
const LETTERS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu')
const UNSEEN = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}\u0640\u2800]/gu // points, vowel marks and accents; direction marks; Arabic tatweel
const APOSTROPHES = /[‘’‚‛′‵ʹʻʼʽˈꞌ՚❛❜`׳]/gu
const QUOTATION_MARKS = /[“”„‟«»″‶ʺˮ❝❞״〃]|''/gu
const HYPHENS = /[\p{Pd}−⁃˗]/gu

/**
 * Text normalised for comparing and searching: what differs only by case, accents, points and vowel marks, forms of alef,
 * quotation marks, hyphens, kinds of space, invisible characters or the script of its digits becomes the same.
 */
export const foldText = (text: string): string =>
  asciiDigits(text.replaceAll('´', "'").normalize('NFKD').toLowerCase().normalize('NFKD'))
    .replaceAll(UNSEEN, '')
    .replaceAll(LETTERS, (letter) => PLAIN[letter] ?? letter)
    .replaceAll(APOSTROPHES, "'")
    .replaceAll(QUOTATION_MARKS, '"')
    .replaceAll(HYPHENS, '-')
    .replaceAll(/\s+/gu, ' ')

/** Folded text without its quotation marks, and with spaces for its hyphens: many people type a name so. */
export const withoutMarks = (folded: string): string =>
  folded
    .replaceAll(/['"]/g, '')
    .replaceAll(/[\s-]+/gu, ' ')
    .trim()

/** Digits of any script as 0 to 9. */
export const asciiDigits = (text: string): string => text.replaceAll(/(?!\d)\p{Nd}/gu, digitValue)

/** Unicode has the digits of a script in sequence, from zero to nine (The Unicode Standard, 4.6 "Numeric Value"). */
function digitValue(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  let zero = point
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((point - zero) % 10)
}
