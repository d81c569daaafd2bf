import { shallowRef, type ShallowRef } from 'vue'
import type { LanguageCode } from '../../core/words/languages.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** The sentences that the window shows; replaced at run time when the language changes. */
export interface WordsOnScreen {
  readonly current: Readonly<ShallowRef<Words>>
  /** Loads a language and shows it. The last requested one wins; one that can't be loaded changes nothing. */
  speak(code: LanguageCode): Promise<void>
}

export function createWordsOnScreen(
  first: Words,
  load: (code: LanguageCode) => Promise<Words>,
): WordsOnScreen {
  const current = shallowRef(first)
  let asked = 0
  return {
    current,
    async speak(code) {
      const mine = ++asked
      const words = await load(code).catch(() => null)
      if (words !== null && mine === asked) current.value = words
    },
  }
}
