import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from './parse-json.ts'
import { escapeTexts } from './escape-texts.ts'

/** Text from a program that builds JSON by hand: nothing is escaped. */
const unit = fc.constantFrom(
  '\t',
  '\n',
  '\r',
  '\0',
  '\u0001',
  '\u001f',
  '\u007f',
  '\\',
  '"',
  'N',
  'u12',
  'ש',
  '😀',
  ' ',
)
const name = fc
  .array(unit)
  .map((units) => units.join(''))
  // A backslash before a quote or a valid escape is unambiguous: JSON defines it.
  .filter((text) => !/\\(?:$|["\\bfnrt/]|u[\da-f]{4})/.test(text))

describe('escapeTexts', () => {
  it('turns unescaped texts into JSON, character for character', () => {
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const list = names.map((text) => `{\n\t"name" :\r\n"${text}"}`)
        expect(JSON.parse(escapeTexts(`[${list.join(',')}]`))).toEqual(names.map((text) => ({ name: text })))
      }),
    )
  })

  it('leaves valid JSON unchanged', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, '\t', 2), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), null, space)
        expect(escapeTexts(text)).toBe(text)
      }),
    )
  })

  it.each(['\\', '"\\', '"\\u', '"\\u12', '{"a":"\\', '"a\nb', '\u0001', '{"a"\u0001:1}'])(
    'makes no JSON of %j, and still knows what is cut short',
    (text) => {
      expect(parseJson(text)).toMatchObject({ kind: 'malformed' })
      expect(parseJson(`{"a":"b\tc", "d":"e\\`)).toEqual({ kind: 'malformed', why: 'cut-short' })
    },
  )

  it.each(['ד"ר לוי', 'צה"ל', '"Noa" Levi', 'Levi "Bar", Noa', 'a"', '"', 'say "hi"'])(
    'reads the name %s, whose quotation marks are unescaped',
    (name) => expect(parseJson(`{"n":"${name}", "i":1}`)).toMatchObject({ value: { n: name, i: 1 } }),
  )

  it.each(['{"a":"b" "c":"d"}', '{"a":"b","c" "d"}', '["a""b"', '{"a":"b"c'])(
    'doesn’t read %s, which lacks something else',
    (text) => expect(parseJson(text)).toMatchObject({ kind: 'malformed' }),
  )

  it('keeps every digit of an id next to an unescaped text', () => {
    expect(parseJson('{"ivrid":20261128105058123456,"n":"a\tb"}')).toMatchObject({
      repaired: '{"ivrid":20261128105058123456,"n":"a\\tb"}',
      value: { ivrid: '20261128105058123456', n: 'a\tb' },
    })
  })

  it('repairs what an API body can need, and leaves one with far too many problems', () => {
    const text = (signs: number): string => `{"a":"${'x\t'.repeat(signs)}"}`
    expect(parseJson(text(10_000)).kind).toBe('json')
    expect(escapeTexts(text(4_000_000))).toBe(text(4_000_000))
    expect(parseJson(text(4_000_000)).kind).toBe('malformed')
  })
})
