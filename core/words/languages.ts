/**
 * Ringside's languages by their own names, in the order in which they are offered; each has a file next to this one.
 */
export const LANGUAGE_NAMES = {
  en: 'English',
  he: 'עברית',
  ar: 'العربية',
  ru: 'Русский',
} as const

export type LanguageCode = keyof typeof LANGUAGE_NAMES
export type Language = 'system' | LanguageCode

/** Their codes, in the same order. */
export const LANGUAGES: readonly LanguageCode[] = Object.keys(LANGUAGE_NAMES).filter(isLanguage)

/**
 * The language to use: the configured one, or for `system` the first available one of the system's, otherwise English.
 */
export function chosenLanguage(language: Language, systemLocales: readonly string[]): LanguageCode {
  if (language !== 'system') return language
  return systemLocales.map(languageOf).find(isLanguage) ?? 'en'
}

function isLanguage(code: string): code is LanguageCode {
  return Object.hasOwn(LANGUAGE_NAMES, code)
}

/** Uses Intl, which also knows old codes that some systems still use, such as `iw` for Hebrew. */
function languageOf(locale: string): string {
  try {
    return new Intl.Locale(locale.replaceAll('_', '-')).language
  } catch {
    return ''
  }
}
