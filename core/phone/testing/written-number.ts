import fc from 'fast-check'

/** A number, and one of the ways to write it. */
export interface WrittenNumber {
  readonly e164: string
  readonly written: string
}

const HOME = ['521234567', '722776772', '39001234', '556112233'] // the last is from a range that tables may lack
const ABROAD = ['12025550143', '442079460958', '79161234567', '33612345678', '4930123456']

const DIGITS = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '०१२३४५६७८९', '０１２３４５６７８９', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗']
const BETWEEN = [
  '',
  '',
  '',
  ' ',
  '-',
  '.',
  '_',
  '/',
  '\u00a0',
  '\u2011',
  '\u2212',
  '\u2013',
  '\u200b',
  '\u200f',
  '\u3164',
  '\ufe0f',
]

const ENVELOPES: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => ` ${number} `,
  (number) => `tel:${number}`,
  (number) => `callto://${number}`,
  (number) => `sip:${number}@pbx.example`,
  (number) => `SIPS:${number}@10.0.0.5:5061;user=phone`,
  (number) => `${number}@10.0.0.5`,
  (number) => `<sip:${number}@pbx.example>;tag=a1b2`,
  (number) => `"Noa" <sip:${number}@pbx.example;transport=udp>`,
  (number) => `ד״ר לוי <${number}>`,
  (number) => `tel:${number.replaceAll('+', '%2B')};ext=12`,
  (number) => `${number};ext=12`,
  (number) => `${number}x12`,
  (number) => `${number} ext. 12`,
  (number) => `${number} (extension 12)`,
  (number) => `${number}#12`,
  (number) => `${number},,12`,
  (number) => `${number} שלוחה 12`,
  (number) => `${number} доб. 12`,
  (number) => `${number}, ext 12`,
  (number) => `${number} - ext. 12`,
  (number) => `${number} Durchwahl 12`,
  (number) => `${number} внутренний 12`,
  (number) => `${number} שלוחה מס׳ 12`,
  (number) => `${number} داخلی ۱۲`,
  (number) => `${number},,,12,,34#`,
  (number) => `#31#${number}`,
  (number) => `#31# ${number}`,
  (number) => `*67${number}`,
  (number) => `Noa ${number}`,
  (number) => `Noa (${number})`,
  (number) => `${number} (Noa)`,
  (number) => `Phone: ${number}`,
  (number) => `טל׳ ${number}`,
  (number) => `тел.: ${number}`,
  (number) => `هاتف ${number}`,
  (number) => `№ ${number}`,
  (number) => `msisdn:${number}`,
  (number) => `xmpp:${number}@pbx.example`,
  (number) => `PJSIP/${number}-0000001a`,
  (number) => `Local/${number}@from-queue`,
  (number) => `sip:${number}:secret@pbx.example`,
  (number) => `https://chat.example/send?phone=${number}&text=hi`,
  (number) => `(${number})`,
  (number) => `"${number}"`,
  (number) => `${number};`,
  (number) => `\u202a${number}\u202c`,
  (number) => `\u2068${number}\u2069`,
]

const abroad = (code: string, national: string): readonly string[] => [
  `+${code}${national}`,
  `00${code}${national}`,
  `${code}${national}`,
  `${code}${code}${national}`,
  `+${code}+${code}${national}`,
  `${code}00${code}${national}`,
  `000${code}${national}`,
  `011${code}${national}`,
  `0011${code}${national}`,
  `8~10${code}${national}`,
]

const plain = fc.oneof(
  fc.constantFrom(...HOME).chain((national) =>
    fc.constantFrom(
      ...[`0${national}`, `+972(0)${national}`, `9720${national}`, ...abroad('972', national)].map(
        (written) => ({
          e164: `+972${national}`,
          written,
        }),
      ),
    ),
  ),
  fc
    .constantFrom(...ABROAD)
    .chain((digits) =>
      fc
        .constantFrom(`+${digits}`, `00${digits}`, digits)
        .map((written) => ({ e164: `+${digits}`, written })),
    ),
)

/** An Israeli or foreign number in any form, script of digits and envelope, with anything between its digits. */
export const writtenNumber: fc.Arbitrary<WrittenNumber> = fc
  .tuple(
    plain,
    fc.constantFrom(...DIGITS),
    fc.array(fc.constantFrom(...BETWEEN), { minLength: 24, maxLength: 24 }),
    fc.constantFrom(...ENVELOPES),
  )
  .map(([{ e164, written }, digits, between, envelope]) => {
    const script = Array.from(digits)
    const spaced = written.replaceAll(/\d(?=\d)/g, (digit, at: number) => digit + (between[at] ?? ''))
    return { e164, written: envelope(spaced.replaceAll(/\d/g, (digit) => script[Number(digit)] ?? digit)) }
  })
