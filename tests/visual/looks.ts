import { LANGUAGES } from '../../core/words/languages.ts'
import type { Look } from './scene.ts'

const THEMES: readonly Look['theme'][] = ['light', 'dark', 'high-contrast']

/** The looks in which pictures are taken, by the suffix of their file names. */
export const PICTURED_LOOKS = {
  light: { theme: 'light', language: 'en' },
  dark: { theme: 'dark', language: 'en' },
  'high-contrast': { theme: 'high-contrast', language: 'en' },
  hebrew: { theme: 'light', language: 'he' },
  large: { theme: 'light', language: 'en', textScale: 2 },
} satisfies Record<string, Look>

/**
 * The themes and languages in which a scene is judged: English in the light theme, every other language in a different
 * theme, which changes from scene to scene. So every theme and every language is covered without testing each
 * combination in each scene.
 */
export function looksToJudge(scene: number): readonly Look[] {
  const translated = LANGUAGES.filter((language) => language !== 'en').map((language, index): Look => ({
    language,
    theme: THEMES[(scene + index) % THEMES.length] ?? 'light',
  }))
  return [{ theme: 'light', language: 'en' }, ...translated]
}
