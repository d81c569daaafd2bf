import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { TemplateError } from '../../core/templates/template.ts'
import { templateMarks } from './template-marks.ts'

const error = (at: number, length: number): TemplateError => ({ why: 'unclosed', at, length })

it('marks the errors and leaves the rest', () => {
  expect(templateMarks('a{x}b', [error(1, 3)])).toEqual([
    { text: 'a', wrong: false },
    { text: '{x}', wrong: true },
    { text: 'b', wrong: false },
  ])
})

it('joins to the original text, whatever the errors', () => {
  const errors = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 })))
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), errors, (text, ranges) => {
      const marked = templateMarks(
        text,
        ranges.map(([at, length]) => error(at, length)),
      )
      expect(marked.map((piece) => piece.text).join('')).toBe(text)
    }),
  )
})
