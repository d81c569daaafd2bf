import { describe, expect, it } from 'vitest'
import { withoutSections } from './without-sections.ts'

const WORDS =
  "const UNITS = {}\nexport const en = { locale: 'en', tray: { a: 'A, B' }, stay: { b: () => 'C' } }\n"

describe('withoutSections', () => {
  it('takes away whole sections, with the comma behind them', () => {
    expect(withoutSections(WORDS, ['tray'])).toBe(
      "const UNITS = {}\nexport const en = { locale: 'en',  stay: { b: () => 'C' } }\n",
    )
    expect(withoutSections(WORDS, ['stay', 'locale'])).toBe(
      "const UNITS = {}\nexport const en = {  tray: { a: 'A, B' },  }\n",
    )
  })

  it('fails where a section has another name by now', () => {
    expect(() => withoutSections(WORDS, ['terminal'])).toThrow('no section “terminal”')
    expect(() => withoutSections('export default 1', ['tray'])).toThrow('export no object')
  })
})
