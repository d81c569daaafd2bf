/** Digits that are a complete number with its leading zero or country code, not part of a word such as a call's id. */
const COMPLETE =
  /(?<![\p{L}\d])(?:\(?\+|\(?0|\d(?=(?:[^\p{L}\d]{0,3}\d){9}))(?:[\s().\-/_~+]{0,3}\d){6,}(?![\p{L}\d])/gu
const LABEL = /[\d:/=.№]|^tel$/iu // what isn't a name, as in `Phone: 052…`, `PJSIP/052…` and `052… ext. 12`

/** The only complete number among words, and the name next to it, or `''`; null if there is none, or several. */
export function numberWithin(text: string): { readonly number: string; readonly name: string } | null {
  const [found, ...others] = text.match(COMPLETE) ?? []
  if (found === undefined || others.length > 0) return null
  const [before = '', after = ''] = text.split(found)
  const name = `${before} ${after}`.replaceAll(/[\s(),;[\]-]+/g, ' ').trim()
  return { number: found, name: LABEL.test(name) ? '' : name }
}
