import { inject, type InjectionKey, type ShallowRef } from 'vue'
import type { WindowWords as Words } from '../../core/words/words.ts'
import type { WordsOnScreen } from './words-on-screen.ts'

/** Every sentence, in the current language. Throws Error if no words were provided. */
export const useWords = (): Readonly<ShallowRef<Words>> => useWordsOnScreen().current

/** The words that the app was given. Throws Error if none were. */
export function useWordsOnScreen(): WordsOnScreen {
  const words = inject(wordsKey)
  if (words === undefined) throw new Error('no words were provided')
  return words
}

export const wordsKey: InjectionKey<WordsOnScreen> = Symbol('words')
