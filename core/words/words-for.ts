import { ar } from './ar.ts'
import { en } from './en.ts'
import { he } from './he.ts'
import { chosenLanguage, type Language, type LanguageCode } from './languages.ts'
import { ru } from './ru.ts'
import type { Words } from './words.ts'

const WORDS: Readonly<Record<LanguageCode, Words>> = { ar, en, he, ru }

/** The words of the set language; `system` takes the first of the system's languages that there is, else English. */
export const wordsFor = (language: Language, systemLocales: readonly string[]): Words =>
  WORDS[chosenLanguage(language, systemLocales)]
