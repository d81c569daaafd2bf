import { LANGUAGES } from '../../core/words/languages.ts'
import type { Look } from './scene.ts'

const THEMES: readonly Look['theme'][] = ['light', 'dark', 'high-contrast']

/** The looks that pictures are taken in, by the end of their names. */
export const PICTURED_LOOKS = {
  light: { theme: 'light', language: 'en' },
  dark: { theme: 'dark', language: 'en' },
  'high-contrast': { theme: 'high-contrast', language: 'en' },
  hebrew: { theme: 'light', language: 'he' },
  large: { theme: 'light', language: 'en', textScale: 2 },
} satisfies Record<string, Look>

/**
 * The themes and languages that a scene is judged in: English in light, every other language in another theme, which
 * changes from scene to scene. So each scene meets each theme and each language, without every pair of them.
 */
export function looksToJudge(scene: number): readonly Look[] {
  const translated = LANGUAGES.filter((language) => language !== 'en').map((language, index): Look => ({
    language,
    theme: THEMES[(scene + index) % THEMES.length] ?? 'light',
  }))
  return [{ theme: 'light', language: 'en' }, ...translated]
}
