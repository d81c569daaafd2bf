import type { LanguageCode } from '../../core/words/languages.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

// A chunk for each language: the window loads only the current one.
const FILES = import.meta.glob<Readonly<Record<string, Words>>>('../../core/words/??.ts')

/** The sentences of one language. @throws Error if its file can't be loaded. */
export async function loadWords(code: LanguageCode): Promise<Words> {
  const words = (await FILES[`../../core/words/${code}.ts`]?.())?.[code]
  if (words === undefined) throw new Error(`core/words/${code}.ts exports no ${code}`)
  return words
}
