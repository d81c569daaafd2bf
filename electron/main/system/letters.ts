import { foldText } from '../../../core/fold-text.ts'

/** The letters and digits of a text, folded: in lower case, without accents and without the characters between them. */
export interface Letters {
  readonly text: string
  /** For each UTF-16 unit of `text`, where its character begins and ends in the original. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

export function lettersOf(original: string): Letters {
  const [from, to]: [number[], number[]] = [[], []]
  let text = ''
  let at = 0
  for (const character of original) {
    const folded = foldedLetter(character)
    const end = at + character.length
    for (let unit = 0; unit < folded.length; unit++) {
      from.push(at)
      to.push(end)
    }
    text += folded
    at = end
  }
  return { text, from, to }
}

const MAX_KNOWN = 2_000 // enough for the alphabets in use; any others are folded each time
const known = new Map<string, string>()

/** Returns `''` for a character that is neither a letter nor a digit. */
function foldedLetter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const folded = foldText(character).replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (known.size < MAX_KNOWN) known.set(character, folded)
  return folded
}
