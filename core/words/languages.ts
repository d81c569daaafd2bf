import type { Language } from '../settings.ts'

/** The languages that Ringside speaks, in the order they are offered. Each is one file beside this one. */
export const LANGUAGES = ['en', 'he', 'ar', 'ru'] as const

export type LanguageCode = (typeof LANGUAGES)[number]

/** The language to speak: the set one, or for `system` the first of the system's that there is, else English. */
export function chosenLanguage(language: Language, systemLocales: readonly string[]): LanguageCode {
  if (language !== 'system') return language
  const wanted = systemLocales.map(languageOf)
  return wanted.flatMap((code) => LANGUAGES.filter((one) => one === code))[0] ?? 'en'
}

/** What a language is called in itself, such as `עברית`. */
export function languageName(code: LanguageCode): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1)
}

/** By Intl, which also knows the old codes that some systems still give, such as `iw` for Hebrew. */
function languageOf(locale: string): string {
  try {
    return new Intl.Locale(locale.replaceAll('_', '-')).language
  } catch {
    return ''
  }
}
