import { shallowRef, type ShallowRef } from 'vue'
import type { LanguageCode } from '../../core/words/languages.ts'
import type { StartWords, WindowWords } from '../../core/words/words.ts'

/** The sentences that the window shows; replaced at run time when the language changes. */
export interface WordsOnScreen {
  /** Those that it can show as soon as it opens. */
  readonly current: Readonly<ShallowRef<StartWords>>
  /** All of them, for views that are loaded later; null until `complete` has loaded them. */
  readonly all: Readonly<ShallowRef<WindowWords | null>>
  /** Loads a language and shows it. The last requested one wins; one that can't be loaded changes nothing. */
  speak(code: LanguageCode): Promise<void>
  /** Loads `all`. Rejects if they can't be loaded. */
  complete(): Promise<void>
}

/** Loads the sentences of a language. Both reject if they can't be loaded. */
export interface WordFiles {
  start(code: LanguageCode): Promise<StartWords>
  all(code: LanguageCode): Promise<WindowWords>
}

/** The words on screen, at first those of `code`. `complete`: all of them, if they are loaded already. */
export function createWordsOnScreen(
  code: LanguageCode,
  start: StartWords,
  files: WordFiles,
  complete: WindowWords | null = null,
): WordsOnScreen {
  const current = shallowRef(start)
  const all = shallowRef(complete)
  let shown = code
  let asked = 0
  let isWanted = complete !== null

  function show(code: LanguageCode, start: StartWords, complete: WindowWords | null): void {
    shown = code
    current.value = start
    // Until the others have been loaded in the same language, those of the last one stay.
    if (complete !== null) all.value = complete
  }

  async function load(code: LanguageCode): Promise<() => void> {
    const start = await files.start(code)
    const complete = isWanted ? await files.all(code) : null
    return () => show(code, complete ?? start, complete)
  }

  return {
    current,
    all,
    async speak(code) {
      const mine = ++asked
      const showIt = await load(code).catch(() => null)
      if (mine === asked) showIt?.()
    },
    async complete() {
      isWanted = true
      while (all.value === null) {
        const code = shown
        const complete = await files.all(code)
        if (code === shown) show(code, complete, complete)
      }
    },
  }
}
