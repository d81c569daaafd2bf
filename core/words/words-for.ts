import { ar } from './ar.ts'
import { en } from './en.ts'
import { he } from './he.ts'
import { chosenLanguage, type Language, type LanguageCode } from './languages.ts'
import { ru } from './ru.ts'
import type { Words } from './words.ts'

const WORDS: Readonly<Record<LanguageCode, Words>> = { ar, en, he, ru }

/**
 * The words of the configured language; for `system`, of the first available one of the system's languages, otherwise
 * English.
 */
export const wordsFor = (language: Language, systemLocales: readonly string[]): Words =>
  WORDS[chosenLanguage(language, systemLocales)]
