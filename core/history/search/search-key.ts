import { foldText } from '../../fold-text.ts'
import { readDialled } from '../../phone/dialled.ts'
import { unwrapNumber } from '../../phone/unwrap-number.ts'

const WHOLE_DIGITS = 7 // fewer digits within a text are a time, an amount, a house number
const MAX_NUMBER_DIGITS = 15 // E.164
const MIN_ID_LENGTH = 6 // call ids have some 20 characters

/** One interpretation of the search text. */
export type SearchKey =
  /** Calls with these ids. */
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  /** Calls with one of these runs of digits in a number, or with this text, folded, in their other details; `''` for none. */
  | { readonly kind: 'words'; readonly numbers: readonly string[]; readonly text: string }

/**
 * Reads what was typed or pasted into the search box: its interpretations, of which the first that finds anything
 * counts; none for an empty text. A number may be in any written form, and within any text. A copied complete
 * call, such as a card or JSON, is searched by the call's id in it, otherwise by the numbers in it.
 */
export function searchKeys(typed: string): readonly SearchKey[] {
  const visible = typed.replaceAll(/[\0\p{Cf}]/gu, '').trim()
  const text = foldText(visible).trim()
  if (text === '') return []
  const asId: SearchKey = { kind: 'ids', ids: [visible] }
  if (isNumber(visible)) return [asId, { kind: 'words', numbers: digitsFor(visible), text }]
  const ids = visible.match(/[\p{L}\p{N}_.-]+/gu)?.filter(mayBeId) ?? []
  const numbers = numbersIn(text)
  return [
    asId,
    { kind: 'words', numbers: [], text },
    { kind: 'ids', ids },
    ...(numbers.length === 0 ? [] : [{ kind: 'words', numbers, text: '' } as const]),
  ]
}

const mayBeId = (word: string): boolean => word.length >= MIN_ID_LENGTH && /\d/.test(word)

const isNumber = (typed: string): boolean =>
  /^[\d\s().\-/_+*#]*\d[\d\s().\-/_+*#]*$/.test(unwrapNumber(typed).number)

/** The digits to search a number by; the shorter of two that are part of one another. */
function digitsFor(written: string): readonly string[] {
  const { digits, hasCode, abroad } = readDialled(written)
  const isWhole = digits.length >= WHOLE_DIGITS
  return withoutLonger([...(hasCode ? [] : [digits]), ...(hasCode || isWhole ? [abroad] : [])])
}

/** The complete numbers within a text. Two of them with only a space in between are separated. */
function numbersIn(text: string): readonly string[] {
  const runs = text.match(/\+?\d(?:[\s().\-/]{0,3}\d)*/g) ?? []
  const apart = runs.flatMap((run) => (countDigits(run) > MAX_NUMBER_DIGITS ? run.split(' ') : [run]))
  return withoutLonger(apart.filter((run) => countDigits(run) >= WHOLE_DIGITS).flatMap(digitsFor))
}

const countDigits = (text: string): number => text.replaceAll(/\D/g, '').length

const withoutLonger = (runs: readonly string[]): readonly string[] =>
  [...new Set(runs)].filter((run, _, all) => !all.some((other) => other !== run && run.includes(other)))
