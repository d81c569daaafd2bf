import { describe, expect, it } from 'vitest'
import { en } from '../../core/words/en.ts'
import { he } from '../../core/words/he.ts'
import { LANGUAGES, type LanguageCode } from '../../core/words/languages.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'
import { loadWords } from './load-words.ts'
import { createWordsOnScreen } from './words-on-screen.ts'

describe('loadWords', () => {
  it.each(LANGUAGES)('loads %s', async (code) => {
    expect((await loadWords(code)).locale.slice(0, 2)).toBe(code)
  })
})

describe('the words on screen', () => {
  it('are those of the requested language', async () => {
    const words = createWordsOnScreen(en, loadWords)
    await words.speak('he')
    expect(words.current.value).toBe(he)
  })

  it('are those requested last, whichever loads first', async () => {
    const loading = new Map<LanguageCode, (words: Words) => void>()
    const words = createWordsOnScreen(en, (code) => new Promise((done) => loading.set(code, done)))
    const both = [words.speak('he'), words.speak('en')]
    loading.get('en')?.(en)
    loading.get('he')?.(he)
    await Promise.all(both)
    expect(words.current.value).toBe(en)
  })

  it('stay when a language can’t be loaded', async () => {
    const words = createWordsOnScreen(he, () => Promise.reject(new Error('no such file')))
    await words.speak('en')
    expect(words.current.value).toBe(he)
  })
})
