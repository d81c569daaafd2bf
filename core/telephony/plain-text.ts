import { decodeHTMLStrict } from 'entities/decode'
import { cleanText, MAX_TEXT_LENGTH } from './clean-text.ts'

/** A text of the API as it was before it was escaped for a web page (`&quot;`, `&#39;`), and fit to be shown. */
export const plainText = (text: string, max: number = MAX_TEXT_LENGTH): string =>
  cleanText(unescapedHtml(text), max)

/** Text with its HTML entities read, once. An `&` that begins none stays: R&D. */
export const unescapedHtml = (text: string): string => (text.includes('&') ? decodeHTMLStrict(text) : text)
