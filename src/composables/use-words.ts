import { inject, type InjectionKey, type ShallowRef } from 'vue'
import type { StartWords, WindowWords } from '../../core/words/words.ts'
import type { WordsOnScreen } from './words-on-screen.ts'

/** The sentences that the window can show as soon as it opens. Throws Error if no words were provided. */
export const useWords = (): Readonly<ShallowRef<StartWords>> => useWordsOnScreen().current

/**
 * Every sentence, for components that are loaded with `later`. Throws Error if no words were provided, or not all of
 * them are loaded.
 */
export function useAllWords(): Readonly<ShallowRef<WindowWords>> {
  const { all } = useWordsOnScreen()
  if (!isComplete(all)) throw new Error('a component that needs all words was loaded without `later`')
  return all
}

/** The words that the app was given. Throws Error if none were. */
export function useWordsOnScreen(): WordsOnScreen {
  const words = inject(wordsKey)
  if (words === undefined) throw new Error('no words were provided')
  return words
}

export const wordsKey: InjectionKey<WordsOnScreen> = Symbol('words')

/** Once complete, they stay so. */
const isComplete = (
  all: Readonly<ShallowRef<WindowWords | null>>,
): all is Readonly<ShallowRef<WindowWords>> => all.value !== null
