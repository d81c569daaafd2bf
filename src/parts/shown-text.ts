import { cutText } from '../../core/cut-text.ts'

const MAX_SHOWN = 120 // the maximum length of a name that core/telephony accepts

/** Characters that hide, reorder or break the text around them, except the two joiners that scripts and emoji need. */
const UNSEEN = /\p{Cc}|(?![\u200c\u200d])\p{Cf}|[\u2028\u2029]/gu

/** Text from outside, made safe to show in a line: no control or direction characters, truncated between characters. */
export function shownText(text: string, max: number = MAX_SHOWN): string {
  const visible = text
    .slice(0, max * 16)
    .replaceAll(/[\t\n\r]+/g, ' ')
    .replaceAll(UNSEEN, '')
    .trim()
  return cutText(visible, max)
}
