import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson } from './parse-json.ts'
import { escapeTexts } from './escape-texts.ts'

/** Text as a program writes it that joins JSON by hand: nothing is escaped. */
const unit = fc.constantFrom(
  '\t',
  '\n',
  '\r',
  '\0',
  '\u0001',
  '\u001f',
  '\u007f',
  '\\',
  'N',
  'u12',
  'ש',
  '😀',
  ' ',
)
const name = fc
  .array(unit)
  .map((units) => units.join(''))
  // What stands before a quote or begins an escape can be read in one way only: as JSON says.
  .filter((text) => !/\\(?:$|[\\bfnrt/]|u[\da-f]{4})/.test(text))

describe('escapeTexts', () => {
  it('makes JSON of texts that were not escaped, sign for sign', () => {
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const list = names.map((text) => `{\n\t"name" :\r\n"${text}"}`)
        expect(JSON.parse(escapeTexts(`[${list.join(',')}]`))).toEqual(names.map((text) => ({ name: text })))
      }),
    )
  })

  it('changes nothing of what is JSON', () => {
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

  it('keeps every digit of an id beside a text that was not escaped', () => {
    expect(parseJson('{"ivrid":20261128105058123456,"n":"a\tb"}')).toMatchObject({
      repaired: '{"ivrid":20261128105058123456,"n":"a\\tb"}',
      value: { ivrid: '20261128105058123456', n: 'a\tb' },
    })
  })

  it('repairs what a body of the API can need, and leaves one that is nothing but signs', () => {
    const text = (signs: number): string => `{"a":"${'x\t'.repeat(signs)}"}`
    expect(parseJson(text(10_000)).kind).toBe('json')
    expect(escapeTexts(text(4_000_000))).toBe(text(4_000_000))
    expect(parseJson(text(4_000_000)).kind).toBe('malformed')
  })
})
