import { describe, expect, it } from 'vitest'
import { en } from '../../core/words/en.ts'
import { he } from '../../core/words/he.ts'
import { LANGUAGES, type LanguageCode } from '../../core/words/languages.ts'
import type { WindowWords } from '../../core/words/words.ts'
import { WORD_FILES } from './word-files.ts'
import { createWordsOnScreen, type WordFiles, type WordsOnScreen } from './words-on-screen.ts'

/** Loads what a test delivers. */
function slowFiles(): WordFiles & { deliver(code: LanguageCode, words: WindowWords): Promise<void> } {
  const loading = new Map<LanguageCode, (words: WindowWords) => void>()
  const load = (code: LanguageCode): Promise<WindowWords> => new Promise((done) => loading.set(code, done))
  return {
    start: load,
    all: load,
    async deliver(code, words) {
      loading.get(code)?.(words)
      await new Promise(setImmediate)
    },
  }
}

const settings = (words: WordsOnScreen): string | undefined => words.all.value?.settings.search

describe('the files of the words', () => {
  it.each(LANGUAGES)('have all words of %s', async (code) => {
    expect((await WORD_FILES.start(code)).locale.slice(0, 2)).toBe(code)
    expect(Object.keys(await WORD_FILES.all(code)).toSorted()).toEqual(Object.keys(en).toSorted())
  })
})

describe('the words on screen', () => {
  it('are those of the requested language', async () => {
    const words = createWordsOnScreen('en', en, WORD_FILES)
    await words.speak('he')
    expect(words.current.value.views.titles.settings).toBe(he.views.titles.settings)
    expect(words.all.value).toBeNull()
  })

  it('are complete once that was needed, in every later language, too', async () => {
    const words = createWordsOnScreen('en', en, WORD_FILES)
    await words.complete()
    expect(settings(words)).toBe(en.settings.search)
    await words.speak('he')
    expect(settings(words)).toBe(he.settings.search)
    expect(words.current.value).toBe(words.all.value)
  })

  it('are those requested last, whichever loads first', async () => {
    const files = slowFiles()
    const words = createWordsOnScreen('en', en, files)
    const both = [words.speak('he'), words.speak('en')]
    await files.deliver('en', en)
    await files.deliver('he', he)
    await Promise.all(both)
    expect(words.current.value).toBe(en)
  })

  it('are complete in the language that was requested while they were loading', async () => {
    const files = slowFiles()
    const words = createWordsOnScreen('en', en, files)
    const both = [words.speak('he'), words.complete()]
    await files.deliver('he', he)
    await files.deliver('he', he)
    await files.deliver('en', en)
    await Promise.all(both)
    expect(words.current.value).toBe(he)
    expect(words.all.value).toBe(he)
  })

  it('stay when a language can’t be loaded', async () => {
    const fail = (): Promise<never> => Promise.reject(new Error('no such file'))
    const words = createWordsOnScreen('he', he, { start: fail, all: fail })
    await words.speak('en')
    expect(words.current.value).toBe(he)
    await expect(words.complete()).rejects.toThrow('no such file')
  })
})
