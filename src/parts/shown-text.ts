const MAX_SHOWN = 120 // as much as the telephony room lets through of a name

/** Characters that hide, reorder or break what stands around them, but the two joiners that script and emoji need. */
const UNSEEN = /\p{Cc}|(?![\u200c\u200d])\p{Cf}|[\u2028\u2029]/gu

/** Text of others, fit to be shown in a line: no control or direction characters, cut between characters. */
export function shownText(text: string, max: number = MAX_SHOWN): string {
  const visible = text
    .slice(0, max * 16)
    .replaceAll(/[\t\n\r]+/g, ' ')
    .replaceAll(UNSEEN, '')
    .trim()
  if (visible.length <= max) return visible
  const characters = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(visible)
  let kept = ''
  for (const { segment } of characters) {
    if (kept.length + segment.length >= max) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
