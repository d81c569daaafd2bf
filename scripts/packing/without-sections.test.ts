import { describe, expect, it } from 'vitest'
import { withoutSections } from './without-sections.ts'

const WORDS =
  "const UNITS = {}\nexport const en = { locale: 'en', tray: { a: 'A, B' }, stay: { b: () => 'C' } }\n"

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
