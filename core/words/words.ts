import { ar } from './ar.ts'
import { en } from './en.ts'
import { he } from './he.ts'
import { ru } from './ru.ts'
import { chosenLanguage, type Language, type LanguageCode } from './languages.ts'

/** Every sentence that a person reads. A language that lacks one does not compile. */
export type Words = Omit<typeof en, 'direction'> & { readonly direction: 'ltr' | 'rtl' }

/** The sections that the window never says: its build leaves them out. */
export const MAIN_ONLY = ['export', 'stay', 'terminal'] as const

/** What the window can say. */
export type WindowWords = Omit<Words, (typeof MAIN_ONLY)[number]>

const WORDS: Readonly<Record<LanguageCode, Words>> = { ar, en, he, ru }

/** The words of the set language; `system` takes the first of the system's languages that there is, else English. */
export const wordsFor = (language: Language, systemLocales: readonly string[]): Words =>
  WORDS[chosenLanguage(language, systemLocales)]
