import fc from 'fast-check'
import { anyText } from '../../core/testing/any-text.ts'

/** Texts that have been used against programs that show strangers' input. */
export const HOSTILE: readonly string[] = [
  '<b>bold</b><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'a'.repeat(10_000),
  'שלום '.repeat(2_000),
  '\u202egnp.exe',
  'Dana \u2067\u2066\u2069\u2069\u2069 Levi',
  '\u2068\u2068\u2068unclosed',
  'zero\u200bwidth\u200c\u200d\ufeff\u2060',
  'nul\u0000byte\u0007bell\u001b[31mred\u001b[0m',
  'line\r\nbreak\u2028and\u2029more\u0085',
  '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(50),
  '\ud83d half \udc00',
  `Z${'\u0301\u0302\u0303'.repeat(2_000)}`,
  '\u{e0041}\u{e0042}tags\u{e007f}',
  '=1+1',
  '=HYPERLINK("http://evil.example","click")',
  "+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '＝1+1',
  'a,"b",\'c\'\r\n=d',
  '${7*7} {{7*7}} %s %n $(reboot) `id`',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '&amp;&File',
  'ישראל ישראלי (054) Ext. 7',
  'مرحبا ١٢٣',
]

/** Any of them, combinations of their parts, and arbitrary text. */
export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom(...HOSTILE), { minLength: 2, maxLength: 4 })
      .map((parts) => parts.map((part) => part.slice(0, 60)).join(' ')),
  },
  { weight: 2, arbitrary: anyText({ maxLength: 200 }) },
)
