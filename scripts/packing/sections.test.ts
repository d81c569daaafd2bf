import { describe, expect, it } from 'vitest'
import { onlySections, withoutSections } from './sections.ts'

const WORDS =
  "const UNITS = {}\nexport const en = { locale: 'en', tray: { a: 'A, B' }, stay: { b: () => 'C' } }\n"

describe('onlySections', () => {
  it('leaves nothing else in the object', () => {
    expect(onlySections(WORDS, ['tray'])).toBe(
      "const UNITS = {}\nexport const en = {  tray: { a: 'A, B' },  }\n",
    )
  })

  it('fails if a section has been renamed', () => {
    expect(() => onlySections(WORDS, ['terminal'])).toThrow('no section “terminal”')
  })
})

describe('withoutSections', () => {
  it('removes whole sections, with the comma after them', () => {
    expect(withoutSections(WORDS, ['tray'])).toBe(
      "const UNITS = {}\nexport const en = { locale: 'en',  stay: { b: () => 'C' } }\n",
    )
    expect(withoutSections(WORDS, ['stay', 'locale'])).toBe(
      "const UNITS = {}\nexport const en = {  tray: { a: 'A, B' },  }\n",
    )
  })

  it('fails if a section has been renamed', () => {
    expect(() => withoutSections(WORDS, ['terminal'])).toThrow('no section “terminal”')
    expect(() => withoutSections('export default 1', ['tray'])).toThrow('export no object')
  })
})
