import { foldText, withoutMarks } from '../../fold-text.ts'
import { readDialled } from '../../phone/dialled.ts'
import { numberWithin } from '../../phone/number-within.ts'
import { unwrapNumber } from '../../phone/unwrap-number.ts'
import { isWithheld, WITHHELD_TERMS } from '../../phone/withheld.ts'

const WHOLE_DIGITS = 7 // fewer digits within a text are a time, an amount, a house number
const MAX_NUMBER_DIGITS = 15 // E.164
const MIN_ID_LENGTH = 6 // call ids have some 20 characters
const MIN_NAME_LENGTH = 3
const MAX_WORDS = 24 // of a text without an id or a complete number; each run of them is searched for
const SHORT_NUMBER = /^(?:\d{3,6}|[*#][\d*#]{2,6})$/
const NOBODY = WITHHELD_TERMS.map(foldText).join('\n')
const [SHOWN_AS_WITHHELD = ''] = WITHHELD_TERMS
const WORD = /[^\s,;|·•()[\]{}<>="→&]+/gu

/** One interpretation of the search text. */
export type SearchKey =
  /** Calls with these ids. */
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  /** Calls with one of these runs of digits in a number, or with this text, folded, in their other details; `''` for none. */
  | {
      readonly kind: 'words'
      readonly numbers: readonly string[]
      readonly text: string
      /** The numbers are complete, even if short, so they are matched exactly. */
      readonly whole?: true
    }

/**
 * The possible interpretations of what was typed or pasted into the search box, to be tried in this order until one
 * finds a call; none for an empty text. A number may be in any written form, and within any text. A copied complete
 * call, such as a card or JSON, is searched by the call's id, then by the numbers in it, then by its longest part.
 */
export function* searchKeys(typed: string): Generator<SearchKey, void, undefined> {
  const visible = typed.replaceAll(/[\0\p{Cf}]/gu, '').trim()
  const text = foldText(visible).trim()
  if (text === '') return
  yield { kind: 'ids', ids: [visible] }
  if (isNumber(visible)) yield { kind: 'words', numbers: digitsFor(visible), text }
  else {
    yield { kind: 'words', numbers: [], text }
    const plain = withoutMarks(text)
    if (plain !== '' && plain !== text) yield { kind: 'words', numbers: [], text: plain }
    if (/\p{L}/u.test(text) && isWithheld(text)) yield { kind: 'words', numbers: [], text: SHOWN_AS_WITHHELD }
    yield {
      kind: 'ids',
      ids:
        visible
          .match(/[\p{L}\p{N}_.-]+/gu)
          ?.map(withoutStop)
          .filter(mayBeId) ?? [],
    }
    const numbers = numbersIn(text)
    if (numbers.length > 0) yield { kind: 'words', numbers, text: '' }
  }
  if (mayBeCopied(visible)) yield* partsOf(text)
}

/** Whether a text may combine several details of a call, unlike a single number or a person's name. */
const mayBeCopied = (visible: string): boolean =>
  isNumber(visible)
    ? countDigits(visible) > MAX_NUMBER_DIGITS
    : /[^\p{L}\p{M}\p{Zs}\p{Pd}'"’׳״]|\s\p{Pd}\s/u.test(visible)

/** The parts of a text to search by: numbers first, then names; longer ones before shorter ones. */
function* partsOf(text: string): Generator<SearchKey, void, undefined> {
  const parts = [...new Set(phrasesOf(text))].toSorted((one, other) => other.length - one.length)
  yield* parts.flatMap(numberKey)
  yield* parts.flatMap(nameKey)
}

/** Every run of consecutive words in a text, including the characters between them. */
function phrasesOf(text: string): readonly string[] {
  const words = [...text.matchAll(WORD)].slice(0, MAX_WORDS).map(({ 0: word, index }) => ({
    from: index,
    to: index + withoutStop(word).length,
  }))
  return words.flatMap(({ from }, first) => words.slice(first).map(({ to }) => text.slice(from, to)))
}

function numberKey(part: string): readonly SearchKey[] {
  if (SHORT_NUMBER.test(part)) return [{ kind: 'words', numbers: [part], text: part, whole: true }]
  const isWhole = isNumber(part) && countDigits(part) >= WHOLE_DIGITS
  return isWhole ? [{ kind: 'words', numbers: digitsFor(part), text: '' }] : []
}

/** Terms for a withheld name, such as `caller`, are left out: templates use them as labels, too. */
function nameKey(part: string): readonly SearchKey[] {
  const isName = part.length >= MIN_NAME_LENGTH && /\p{L}/u.test(part) && !NOBODY.includes(part)
  return isName ? [{ kind: 'words', numbers: [], text: part }] : []
}

/** A word without a punctuation mark at its end. */
const withoutStop = (word: string): string => word.replace(/[.:!?-]$/, '')

const mayBeId = (word: string): boolean => word.length >= MIN_ID_LENGTH && /\d/.test(word)

const isNumber = (typed: string): boolean =>
  /^[\d\s().\-/_|\\·+*#]*\d[\d\s().\-/_|\\·+*#]*$/.test(unwrapNumber(typed).number)

/** The digits to search a number by; the shorter of two that are part of one another. */
function digitsFor(written: string): readonly string[] {
  const { digits: dialled, hasCode, abroad } = readDialled(written)
  const digits = dialled.replace(/^(\d+)\*$/, '*$1').replace(/^(\*\d+)#$/, '$1') // right to left; as dialled
  const isWhole = digits.length >= WHOLE_DIGITS
  return withoutLonger([...(hasCode ? [] : [digits]), ...(hasCode || isWhole ? [abroad] : [])])
}

/** The complete numbers within a text. Two of them with only a space in between are separated. */
function numbersIn(text: string): readonly string[] {
  const within = numberWithin(text)
  if (within !== null) return digitsFor(within.number)
  const runs = text.match(/\+?\d(?:[\s().\-/]{0,3}\d)*/g) ?? []
  const apart = runs.flatMap((run) => (countDigits(run) > MAX_NUMBER_DIGITS ? run.split(' ') : [run]))
  return withoutLonger(apart.filter((run) => countDigits(run) >= WHOLE_DIGITS).flatMap(digitsFor))
}

const countDigits = (text: string): number => text.replaceAll(/\D/g, '').length

const withoutLonger = (runs: readonly string[]): readonly string[] =>
  [...new Set(runs)].filter((run, _, all) => !all.some((other) => other !== run && run.includes(other)))
