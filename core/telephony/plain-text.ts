import { decodeHTMLStrict } from 'entities/decode'
import { cleanText, MAX_TEXT_LENGTH } from './clean-text.ts'

/** An API text without its HTML escapes (`&quot;`, `&#39;`), made safe to show. */
export const plainText = (text: string, max: number = MAX_TEXT_LENGTH): string =>
  cleanText(unescapedHtml(text), max)

/**
 * Runs of possible entities. Anything else isn't passed to the library, which takes as long for a lone `&` as for a
 * hundred letters.
 */
const ENTITIES = /(?:&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);)+/gi

/** Text with its HTML entities decoded once. An `&` that starts none stays: R&D. */
export const unescapedHtml = (text: string): string =>
  text.replaceAll(ENTITIES, (found) => decodeHTMLStrict(found))
