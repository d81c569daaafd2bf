import fc from 'fast-check'
import { writtenNumber } from '../../phone/testing/written-number.ts'
import { anyText } from '../../testing/any-text.ts'
import type { EntryText } from '../entry.ts'

/** Text that spreadsheets, separators and decoders trip over. */
const AWKWARD = [
  ...['=1+1', '+cmd|calc', '-2', '@SUM(A1)', "'=1", "''x", "'", '"', '""', 'a "quoted" name', 'a,b;c\td|e'],
  ...['\u200fדנה כהן\u200f', '\u202bשלום\u202c', '\uFEFFx', 'x\uFEFF', 'Семён', 'أحمد', '1/2', '0012', '1e5'],
  ...['sep=;', 'Name', 'שם', '=HYPERLINK("http://x","y")', '; =1', ', @x', '\u00a0x', 'TRUE', '\\n', '\\,'],
]
const oneLine = fc.oneof(fc.constantFrom(...AWKWARD), anyText({ maxLength: 20 }))
const text = fc.oneof(
  oneLine,
  fc
    .array(oneLine, { minLength: 2, maxLength: 4 })
    .chain((lines) =>
      fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\n=').map((between) => lines.join(between)),
    ),
)

/** Entries that can be stored: each has a name and a number. */
export const entryTexts: fc.Arbitrary<EntryText> = fc.record({
  name: oneLine.map((name) => `${name} A`),
  company: oneLine,
  note: text,
  numbers: fc
    .tuple(
      writtenNumber,
      fc.array(fc.oneof(fc.constantFrom('100', '*5287', 'sip:dana@pbx.example', 'ask her'), oneLine), {
        maxLength: 3,
      }),
    )
    .map(([{ written }, others]) => [written, ...others]),
})
