import { cutText } from '../cut-text.ts'

/** What a label can show; the longest real queue names have about 40 characters. */
export const MAX_TEXT_LENGTH = 120

const PLAIN = /^[!-~\u05d0-\u05ea]+(?: [!-~\u05d0-\u05ea]+)*$/
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/g
const LONE_SURROGATES = /\p{Surrogate}/gu
/** Letters and signs that render as a blank: fillers of Hangul and Khmer, Braille without a dot, a musical note without a head. */
const FILLERS = /[\u115f\u1160\u2800\u3164\uffa0\u{1d159}]|\u17b4|\u17b5/gu
/** Controls, and invisible characters (bidi overrides and isolates, zero-width, tags), except the two joiners and marks. */
const INVISIBLE = /\p{Cc}|(?![\u200c\u200d])\p{Cf}|(?![\u200c\u200d]|\p{M})\p{Default_Ignorable_Code_Point}/gu
/** Marks without a letter would attach to whatever precedes the name. */
const NOTHING = /^[\p{M}\s]*$/u
/** The joiners shape Arabic script and emoji families; anywhere else they only make two equal names differ. */
const IDLE_JOINERS =
  /(?<![\p{Script=Arabic}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d]|[\u200c\u200d](?![\p{Script=Arabic}\p{Extended_Pictographic}])/gu
/** Pointed Hebrew has at most four marks on a letter; more would run over other lines. */
const MARK_TOWERS = /(\p{M}{6})\p{M}+/gu
/** A response may contain a name of megabytes: only as much as could be shown is processed. */
const LOOK_AHEAD = 16

/**
 * Text from the wire, made safe to show on one line: no controls, no characters that reorder or hide the text
 * around them, no lone surrogates, single spaces, at most `max` UTF-16 units, cut between graphemes and ended by "…".
 * `''` where none of it is visible.
 */
export function cleanText(text: string, max: number = MAX_TEXT_LENGTH): string {
  if (text.length <= max && PLAIN.test(text)) return text
  const visible = text
    .trimStart()
    .slice(0, max * LOOK_AHEAD)
    .replace(LINE_BREAKS, ' ')
    .replace(FILLERS, ' ')
    .replace(LONE_SURROGATES, '')
    .replace(INVISIBLE, '')
    .replace(IDLE_JOINERS, '')
    .replace(MARK_TOWERS, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
  if (NOTHING.test(visible)) return ''
  return cutText(visible, max)
}
