import type { Language } from '../settings.ts'
import { en } from './en.ts'

/** Every sentence that a person reads. A language that lacks one does not compile. */
export type Words = Omit<typeof en, 'locale' | 'direction'> & {
  readonly locale: string
  readonly direction: 'ltr' | 'rtl'
}

const LANGUAGES: Record<Exclude<Language, 'system'>, Words> = { en }

/** The words of the set language; `system` takes the first of the system's languages that there is, else English. */
export function wordsFor(language: Language, systemLocales: readonly string[]): Words {
  if (language !== 'system') return LANGUAGES[language]
  const found = systemLocales
    .map((locale) => locale.slice(0, 2).toLowerCase())
    .find((code) => Object.hasOwn(LANGUAGES, code))
  return Object.entries(LANGUAGES).find(([code]) => code === found)?.[1] ?? en
}
