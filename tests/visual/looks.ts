import type { Look } from './scene.ts'

const THEMES: readonly Look['theme'][] = ['light', 'dark', 'high-contrast']
const LANGUAGES: readonly Look['language'][] = ['en']

/**
 * The themes and languages that a scene is judged in: every theme in English, every other language in one theme, which
 * changes from scene to scene. So each scene meets each theme and each language, without every pair of them.
 */
export function looksToJudge(scene: number): readonly Look[] {
  const themed = THEMES.map((theme): Look => ({ theme, language: 'en' }))
  const translated = LANGUAGES.filter((language) => language !== 'en').map((language, index): Look => ({
    language,
    theme: THEMES[(scene + index) % THEMES.length] ?? 'light',
  }))
  return [...themed, ...translated]
}
