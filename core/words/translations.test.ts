import { describe, expect, it } from 'vitest'
import { LANGUAGES } from './languages.ts'
import { en } from './en.ts'
import { wordsFor } from './words-for.ts'
import { CHOICES } from './testing/choices.ts'
import { leaves, sentencesOf } from './testing/sentences.ts'

/** The same in every language: names, formats, keys, and text to be typed literally. */
const UNTRANSLATED = new Set(
  `Popup Screen STATUS TOTAL HTML crm example com Ringside Voicenter CRM URL JSON CSV vCard HTTP https http API SIP UTC IL SIPSIP2 Webhook Wayland macOS Wi Fi Ctrl
  IP ID Esc Asia Jerusalem crm example com xn customdata KEY key value lang he order customer phone e164
  CommandOrControl Alt Shift Super Escape Backspace F1 F13 F24`.split(/\s+/),
)

const others = LANGUAGES.filter((code) => code !== 'en').map((code) => [code, wordsFor(code, [])] as const)
const withoutPut = (text: string): string => text.replaceAll(/#\d#/g, '')
const bare = (text: string): string => text.replaceAll(/[\u200e\u200f\u2066-\u2069]/g, '')
const latin = (text: string): readonly string[] => withoutPut(text).match(/[A-Za-z][A-Za-z0-9]+/g) ?? []

describe.each(others)('the words in %s', (_code, words) => {
  const english = new Map(sentencesOf(en, CHOICES).map((one) => [one.key, one]))
  const sentences = sentencesOf(words, CHOICES)

  it('are those of the English file, and take as much', () => {
    const shape = (of: object): readonly string[] =>
      leaves(of, '').map(([key, value]) => `${key}/${typeof value}`)
    expect(shape(words).toSorted()).toEqual(shape(en).toSorted())
  })

  it('say something wherever the English ones do', () => {
    const silent = sentences.filter(({ key, text }) => (text === '') !== (english.get(key)?.text === ''))
    expect(silent).toEqual([])
  })

  it('leave no English word', () => {
    expect(
      sentences.flatMap(({ key, text }) =>
        latin(text)
          .filter((word) => !UNTRANSLATED.has(word))
          .map((word) => `${key}: ${word}`),
      ),
    ).toEqual([])
  })

  it('are not the English sentences', () => {
    const same = sentences.filter(({ key, text }) => {
      const letters = withoutPut(text).match(/\p{L}{2,}/gu) ?? []
      return letters.some((word) => !UNTRANSLATED.has(word)) && english.get(key)?.text === text
    })
    expect(same.map(({ key }) => key)).toEqual([])
  })

  it('put in all that is given', () => {
    const lost = sentences.filter(({ text, put }) => put.some((one) => !text.includes(one)))
    expect(lost.map(({ key, text }) => `${key}: ${text}`)).toEqual([])
  })

  it('double no punctuation, and have no space before it', () => {
    const odd = /([.,:;!?،؛])[.,:;!?،؛]|\s[.,;!?،؛]|\s\s|undefined|null|NaN/
    expect(
      sentences.filter(({ text }) => odd.test(bare(text))).map(({ key, text }) => `${key}: ${text}`),
    ).toEqual([])
  })

  it('end as the English ones end', () => {
    const end = (text: string): string => /[.:…?]$/.exec(bare(text).replace('؟', '?'))?.[0] ?? ''
    const changed = sentences.filter(({ key, text }) => end(text) !== end(english.get(key)?.text ?? ''))
    expect(changed.map(({ key, text }) => `${key}: ${text}`)).toEqual([])
  })
})

describe.each(others.filter(([, { direction }]) => direction === 'rtl'))(
  'right to left, %s',
  (_code, words) => {
    it('isolates each text that is put in, so that none turns or is turned', () => {
      const open = sentencesOf(words, CHOICES).filter(({ text, put }) =>
        put.some((one) => !text.includes(`\u2068${one}\u2069`)),
      )
      expect(open.map(({ key, text }) => `${key}: ${text}`)).toEqual([])
    })

    it('isolates what starts or ends with a sign next to Latin letters: the sign would change sides', () => {
      const turned = sentencesOf(words, CHOICES).filter(({ text }) =>
        /:\/\/|\{\{|\}\}|\+\d|\d [-+\d]/.test(text.replaceAll(/\u2068[^\u2066-\u2069]*\u2069/g, '')),
      )
      expect(turned.map(({ key, text }) => `${key}: ${text}`)).toEqual([])
    })

    it('closes every isolate that it opens', () => {
      const depth = (text: string): number =>
        (text.match(/[\u2066-\u2068]/g)?.length ?? 0) - (text.match(/\u2069/g)?.length ?? 0)
      expect(sentencesOf(words, CHOICES).filter(({ text }) => depth(text) !== 0)).toEqual([])
    })
  },
)

describe('counts', () => {
  it.each([
    ['he', ['שיחה אחת', 'שתי שיחות', '3 שיחות', '11 שיחות', '100 שיחות']],
    ['ar', ['مكالمة واحدة', 'مكالمتان', '3 مكالمات', '11 مكالمة', '100 مكالمة']],
    ['ru', ['1 звонок', '2 звонка', '3 звонка', '11 звонков', '100 звонков']],
    ['en', ['1 call', '2 calls', '3 calls', '11 calls', '100 calls']],
  ] as const)('follow the rules of %s', (code, texts) => {
    expect([1, 2, 3, 11, 100].map(wordsFor(code, []).history.calls)).toEqual(texts)
  })

  it('take the forms of 21 in Russian from 1', () => {
    expect(wordsFor('ru', []).history.calls(21)).toBe('21 звонок')
  })
})

describe('numbers and times', () => {
  it.each(LANGUAGES)('are in Latin digits in %s', (code) => {
    const { locale } = wordsFor(code, [])
    expect(new Intl.NumberFormat(locale).format(1234567890)).toMatch(/^[\d.,\s]+$/)
    expect(new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(0)).toMatch(/1970/)
  })
})
