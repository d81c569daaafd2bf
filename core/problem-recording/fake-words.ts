/** Replaces words: a word always gets the same replacement. */
export interface FakeWords {
  /**
   * Letters for letters and digits for digits, same length, a leading 0 unchanged. Two words never share a replacement,
   * unless there are more than in any real recording.
   * `fits` rejects what would be read as something else; it is called only the first time a word is seen.
   */
  word(original: string, fits?: (candidate: string) => boolean): string
  /** False for a word that is already another one's replacement. */
  isFree(candidate: string): boolean
}

const LEADING = '123456789'
const DIGITS = `0${LEADING}`
const SMALL = 'abcdefghijklmnopqrstuvwxyz'
const CAPITAL = SMALL.toUpperCase()
const HEBREW = 'אבגדהוזחטיכלמנסעפצקרשת'
const ARABIC = 'بتثجحخدذرزسشصضطظعغفقكلمنهوي'

const MAX_DRAWN = 2_000_000 // letters in a recording: 5,000 extensions and their calls have a third of a million
const MAX_TRIES = 1_000 // only a pool of a few letters could ever run out
const TRIES_TO_DIFFER = 100 // the last free digit of ten may be the original itself

/** `random`: 0 (included) to 1 (excluded). `reserved`: words with a meaning, in lower case; never used as replacements. */
export function createFakeWords(random: () => number, reserved: ReadonlySet<string>): FakeWords {
  const fakes = new Map<string, string>()
  const given = new Set<string>()
  let drawn = 0

  const draw = (pool: string): string => pool.charAt(Math.floor(random() * pool.length))

  /** As long as the original in UTF-16, so that texts are truncated at the same position. */
  function drawLike(original: string): string {
    drawn += original.length
    let fake = ''
    for (const letter of original) {
      // A number must stay valid: no leading 0 is added or lost.
      if (fake === '' && DIGITS.includes(letter)) fake += letter === '0' ? '0' : draw(LEADING)
      else {
        const pool = poolOf(letter)
        for (let unit = 0; unit < letter.length; unit++) fake += draw(pool)
      }
    }
    return fake
  }

  const isFree = (candidate: string): boolean =>
    !given.has(candidate) && !reserved.has(candidate.toLowerCase())

  function find(original: string, fits: (candidate: string) => boolean): string {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const candidate = drawLike(original)
      const differs = candidate !== original || tries >= TRIES_TO_DIFFER
      if (differs && isFree(candidate) && fits(candidate)) return candidate
    }
    let longer = drawLike(original)
    while (!isFree(longer)) longer += draw(poolOf(original.charAt(0)))
    return longer
  }

  return {
    word(original, fits = () => true) {
      const known = fakes.get(original)
      if (known !== undefined || original === '') return known ?? ''
      if (drawn + original.length > MAX_DRAWN) return blank(original)
      const fake = find(original, fits)
      fakes.set(original, fake)
      given.add(fake)
      return fake
    },
    isFree,
  }
}

/** The same for all words with digits at the same places: drawing more letters would take too long. */
const blank = (word: string): string =>
  word
    .replaceAll(/\P{N}/gu, (letter) => 'x'.repeat(letter.length))
    .replaceAll(/\p{N}/gu, (digit) => '1'.repeat(digit.length))

function poolOf(letter: string): string {
  if (letter >= '0' && letter <= '9') return DIGITS
  if (letter >= 'a' && letter <= 'z') return SMALL
  if (/\p{N}/u.test(letter)) return DIGITS
  if (/\p{Script=Hebrew}/u.test(letter)) return HEBREW
  if (/\p{Script=Arabic}/u.test(letter)) return ARABIC
  return /\p{Lu}/u.test(letter) ? CAPITAL : SMALL
}
