import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyText } from './any-text.ts'

it('gives whole code points, of every plane', () => {
  const planes = new Set<number>()
  const property = fc.property(anyText(), (text) => {
    expect(text.isWellFormed()).toBe(true)
    for (const one of text) planes.add((one.codePointAt(0) ?? 0) >> 16)
  })
  fc.assert(property, { numRuns: 500 })
  expect(planes.size).toBe(17)
})
