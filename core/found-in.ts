import { foldText } from './fold-text.ts'

const MIN_DIGITS = 3 // fewer digits would match every number
const NUMBER = /^\+?[\d\s().\-/]+$/

/**
 * Whether the search text is part of one of these texts, as people write it: in any case, with or without points and
 * accents, a number with or without hyphens and in digits of any script. An empty text finds everything.
 */
export function foundIn(typed: string): (texts: readonly string[]) => boolean {
  const part = foldText(typed).trim()
  if (part === '') return () => true // at once: a team of thousands is filtered at every update
  const digits = NUMBER.test(part) ? digitsOf(part) : ''
  return (texts) =>
    texts.map(foldText).some((text) => {
      return text.includes(part) || (digits.length >= MIN_DIGITS && digitsOf(text).includes(digits))
    })
}

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '')
