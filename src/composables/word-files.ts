import type { LanguageCode } from '../../core/words/languages.ts'
import type { StartWords, WindowWords } from '../../core/words/words.ts'
import type { WordFiles } from './words-on-screen.ts'

// Two chunks for each language (electron.vite.config.ts): the window loads only the current one, and the second part
// when a view that needs it is first opened.
const START = import.meta.glob<Readonly<Record<string, StartWords>>>('../../core/words/??.ts')
const LATE = import.meta.glob<Readonly<Record<string, WindowWords>>>('../../core/words/??.ts', {
  query: '?late',
})

/** The sentences of one language, from its files. Both reject with an Error if a file can't be loaded. */
export const WORD_FILES: WordFiles = {
  start: (code) => read(START, code),
  async all(code) {
    const [start, late] = await Promise.all([read(START, code), read(LATE, code)])
    return { ...late, ...start }
  },
}

async function read<Part>(
  files: Readonly<Record<string, () => Promise<Readonly<Record<string, Part>>>>>,
  code: LanguageCode,
): Promise<Part> {
  const words = (await files[`../../core/words/${code}.ts`]?.())?.[code]
  if (words === undefined) throw new Error(`core/words/${code}.ts exports no ${code}`)
  return words
}
