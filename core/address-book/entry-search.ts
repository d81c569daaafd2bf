import { asciiDigits, foldText } from '../fold-text.ts'
import type { EntryText } from './entry.ts'

/** What a search looks at. */
export interface SearchedText {
  /** Folded, one line each. */
  readonly words: string
  /** The digits of each number as written and in international form, separated by spaces. */
  readonly digits: string
}

const MIN_DIGITS = 3 // fewer digits would match every number
const NUMBER = /^\+?[\d\s().\-/]+$/

export const searchedText = ({
  name,
  company,
  note,
  numbers,
  keys,
}: EntryText & { readonly keys: readonly (string | null)[] }): SearchedText => ({
  words: [name, company, note, ...numbers].map(foldText).join('\n'),
  digits: [...numbers, ...keys].map((text) => digitsOf(text ?? '')).join(' '),
})

/**
 * Whether an entry has all words of the search text, in any order and as people write them, or a number with these
 * digits: in national or international form, with or without hyphens.
 */
export function entrySearch(typed: string): (text: SearchedText) => boolean {
  const text = foldText(typed).trim()
  const isNumber = NUMBER.test(text)
  const words = isNumber ? [text] : text.split(' ')
  const digits = isNumber ? digitsOf(text) : ''
  // The trunk zero isn't part of the international form.
  const forms = [digits, digits.replace(/^0/, '')].filter((form) => form.length >= MIN_DIGITS)
  return (of) =>
    words.every((word) => of.words.includes(word)) || forms.some((form) => of.digits.includes(form))
}

const digitsOf = (text: string): string => asciiDigits(text).replaceAll(/\D/g, '')
