import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COLOR_PAIRS, DECORATION } from '../testing/color-pairs.ts'
import { contrastRatio } from '../testing/contrast-ratio.ts'
import { readColorRoles } from '../testing/read-color-roles.ts'

const THEMES = Object.entries(readColorRoles(readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')))
/** WCAG 2.2 AA: 1.4.3 and 1.4.11. High contrast meets AAA: 1.4.6. */
const least = (theme: string, as: 'text' | 'sign'): number =>
  theme.startsWith('high') ? { text: 7, sign: 4.5 }[as] : { text: 4.5, sign: 3 }[as]

describe('the contrast of adjacent colours', () => {
  it('is measured as in WCAG', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it.each(THEMES)('is enough in %s', (theme, roles) => {
    const faint = COLOR_PAIRS.flatMap(({ ink, on, as }) =>
      on.map((ground) => {
        const ratio = contrastRatio(roles.get(ink) ?? 'no such ink', roles.get(ground) ?? 'no such ground')
        return ratio >= least(theme, as) ? null : `${ink} on ${ground}: ${ratio.toFixed(2)}`
      }),
    ).filter((one) => one !== null)
    expect(faint).toEqual([])
  })

  it.each(THEMES)('is stated for every colour of %s', (_theme, roles) => {
    const paired = COLOR_PAIRS.flatMap(({ ink, on }) => [ink, ...on])
    expect(roles.size).toBeGreaterThan(20)
    expect([...roles.keys()].filter((role) => ![...paired, ...DECORATION].includes(role))).toEqual([])
  })
})
