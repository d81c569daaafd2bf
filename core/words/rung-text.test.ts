import { describe, expect, it } from 'vitest'
import type { Rung, RungOutcome } from '../domain.ts'
import { LANGUAGES } from './languages.ts'
import { rungText, type RungDesk } from './rung-text.ts'
import { wordsFor } from './words-for.ts'

const RUNGS: readonly Rung[] = ['notification', 'popup', 'tray', 'sound']
const OUTCOMES: readonly RungOutcome[] = [
  'shown',
  'given',
  'refused',
  'failed',
  'unsupported',
  'no-answer',
  'off',
]
const DESKS: readonly RungDesk[] = ['mac', 'wayland', 'other']

describe('the outcome of a way to alert for a ring', () => {
  const words = wordsFor('en', [])

  it('says on a Mac that a build without a signature shows no notifications', () => {
    expect(rungText(words, 'notification', 'failed', 'mac')).toBe(
      'couldn’t be shown: macOS blocks notifications from unsigned apps. Ask your administrator for a signed version.',
    )
  })

  it('says why there is no popup under Wayland', () => {
    expect(rungText(words, 'popup', 'unsupported', 'wayland')).toContain('on Wayland')
  })

  it('shows neither reason for another rung, outcome or computer', () => {
    const reasons = DESKS.flatMap((desk) =>
      RUNGS.flatMap((rung) =>
        OUTCOMES.filter((one) => rungText(words, rung, one, desk) !== words.ladder.outcomes[one]).map(
          (one) => `${rung} ${one} ${desk}`,
        ),
      ),
    )
    expect(reasons).toEqual(['notification failed mac', 'popup unsupported wayland'])
  })

  it.each(LANGUAGES)('has both reasons in %s, with the system’s own name', (code) => {
    const { ladder } = wordsFor(code, [])
    expect(ladder.unsigned).toContain('macOS')
    expect(ladder.noPopup).toContain('Wayland')
  })
})
