/** Characters that reorder, hide or break the text around them, including isolates and line breaks. */
const HARMFUL = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/u
const OPENING = ['\u2066', '\u2067', '\u2068']
const CLOSING = '\u2069'
/** Letters that reverse the order of a line around them. */
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u

/** What is wrong with a text that is shown or passed on unchanged: null if nothing is. */
export function harmIn(text: string): string | null {
  const found = HARMFUL.exec(text)?.[0]
  return found === undefined ? null : `U+${(found.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
}

/**
 * What is wrong with a line of ours that contains strangers' texts: null if nothing is. Only our own isolates are
 * allowed, so each opens and closes, never one inside another; and no right-to-left text stands outside of them.
 */
export function harmInLine(line: string): string | null {
  let isolated = false
  let bare = ''
  for (const letter of line) {
    if (OPENING.includes(letter)) {
      if (isolated) return 'an isolate within an isolate'
      isolated = true
    } else if (letter === CLOSING) {
      if (!isolated) return 'an isolate that closes twice'
      isolated = false
    } else {
      const harm = harmIn(letter)
      if (harm !== null) return harm
      if (!isolated) bare += letter
    }
  }
  if (isolated) return 'an isolate that never closes'
  return RIGHT_TO_LEFT.test(bare) ? 'right-to-left text that is not isolated' : null
}
