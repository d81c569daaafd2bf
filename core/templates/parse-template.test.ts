import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_TEMPLATE_LENGTH } from '../limits.ts'
import { parseTemplate } from './parse-template.ts'
import { printTemplate } from './print-template.ts'
import { FIELDS } from './template.ts'

const source = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('{', '}', '{{', '}}', '|', '.', ' ', '\n', 'phone', 'e164', 'customdata', 'KEY'))
    .map((all) => all.join('')),
)

const part = fc.oneof(
  fc.constantFrom(...FIELDS).map((field) => ({ kind: 'field' as const, field })),
  fc
    .stringMatching(/^[\w |.א-ת-]*[\wא-ת]$/u)
    .map((key) => ({ kind: 'customdata' as const, key: key.trim() })),
)
const text = fc.string({ minLength: 1, maxLength: 20 }).map((text) => ({ kind: 'text' as const, text }))
/** In the form in which parsing returns them: no two adjacent texts. */
const parts = fc
  .array(fc.tuple(part, fc.option(text)))
  .map((all) => all.flatMap(([hole, after]) => (after === null ? [hole] : [hole, after])))

describe('parseTemplate', () => {
  it('reads text, fields, forms, keys and escaped braces', () => {
    expect(parseTemplate('{{a}} {phone| e164 }-{ customdata.Order no }{name}')).toEqual({
      errors: [],
      parts: [
        { kind: 'text', text: '{a} ' },
        { kind: 'field', field: 'phone|e164' },
        { kind: 'text', text: '-' },
        { kind: 'customdata', key: 'Order no' },
        { kind: 'field', field: 'name' },
      ],
    })
  })

  it.each([
    ['a{phone', 'unclosed', 1, 1],
    ['{pho\nne}', 'unclosed', 0, 1],
    ['ab}', 'stray-close', 2, 1],
    ['{{phone}', 'stray-close', 7, 1],
    ['x {}', 'empty-field', 2, 2],
    ['{Phone}', 'unknown-field', 0, 7],
    ['{constructor}', 'unknown-field', 0, 13],
    ['{phone|loud}', 'unknown-form', 0, 12],
    ['{name|e164}', 'unknown-form', 0, 11],
    ['{customdata}', 'no-key', 0, 12],
    ['{customdata. }', 'no-key', 0, 14],
  ])('reports %j as %s at %i', (template, why, at, length) => {
    expect(parseTemplate(template).errors[0]).toEqual({ why, at, length })
  })

  it('reads no further than the maximum length, and reports it', () => {
    const { parts, errors } = parseTemplate('x'.repeat(1_000_000))
    expect(errors).toEqual([
      { why: 'too-long', at: MAX_TEMPLATE_LENGTH, length: 1_000_000 - MAX_TEMPLATE_LENGTH },
    ])
    expect(parts).toEqual([{ kind: 'text', text: 'x'.repeat(MAX_TEMPLATE_LENGTH) }])
  })

  it('reads its own output as the same parts, whatever was written', () => {
    fc.assert(
      fc.property(source, (template) => {
        const once = parseTemplate(template)
        const again = parseTemplate(printTemplate(once.parts))
        expect(again.parts).toEqual(once.parts)
        expect(again.errors.filter(({ why }) => why === 'unclosed' || why === 'stray-close')).toEqual([])
      }),
    )
  })

  it('prints every template without errors as an equivalent one', () => {
    fc.assert(
      fc.property(parts, (given) => {
        expect(parseTemplate(printTemplate(given))).toEqual({ parts: given, errors: [] })
      }),
    )
  })

  it('reports each error at a position within the text', () => {
    fc.assert(
      fc.property(source, (template) => {
        for (const { at, length } of parseTemplate(template).errors) {
          expect(at).toBeGreaterThanOrEqual(0)
          expect(length).toBeGreaterThan(0)
          expect(at + length).toBeLessThanOrEqual(template.length)
        }
      }),
    )
  })
})
