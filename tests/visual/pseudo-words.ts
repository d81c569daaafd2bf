import { en } from '../../core/words/en.ts'
import type { Words } from '../../core/words/words.ts'

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'áá',
  e: 'éé',
  i: 'íí',
  o: 'óó',
  u: 'úú',
  A: 'ÁÁ',
  E: 'ÉÉ',
  I: 'ÍÍ',
  O: 'ÓÓ',
  U: 'ÚÚ',
  c: 'ç',
  n: 'ñ',
  y: 'ý',
  C: 'Ç',
  N: 'Ñ',
  S: 'Š',
}
const RIGHT_TO_LEFT = ['\u202e', '\u202c'] as const // each letter, Latin or not, from right to left
const KEPT = new Set(['locale', 'direction', 'appName', 'comma'])

/**
 * English that is a third longer, with accents and in brackets, from left to right or from right to left. Text that is
 * cut off lacks its bracket, text that doesn't come from core/words lacks its accents, and a layout can't be adjusted
 * to fit it alone.
 */
export function pseudoWords(direction: Words['direction']): Words {
  const drawn = (text: string): string => {
    const long = `[${text.replaceAll(/[a-zA-Z]/g, (letter) => ACCENTED[letter] ?? letter)}]`
    return direction === 'rtl' ? RIGHT_TO_LEFT.join(long) : long
  }
  const draw = (value: unknown): unknown => {
    if (typeof value === 'string') return value === '' ? '' : drawn(value)
    if (typeof value === 'function')
      return (...args: readonly unknown[]) => draw(Reflect.apply(value, undefined, args))
    if (Array.isArray(value)) return value.map(draw)
    return Object.fromEntries(
      Object.entries(value as object).map(([key, part]) => [key, KEPT.has(key) ? part : draw(part)]),
    )
  }
  return { ...(draw(en) as Words), direction }
}
