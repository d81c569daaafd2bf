/**
 * JSON as text, from a file or a response, without a byte order mark. Its first two bytes identify UTF-16. UTF-8
 * takes precedence over the charset in `contentType`: servers name one for every body, and text in another charset isn't
 * valid UTF-8.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null = null): string {
  const declared = /;\s*charset\s*=\s*["']?([^"';\s]+)/i.exec(contentType ?? '')?.[1]
  const [first = 1, second = 1] = bytes
  if (second === 0 || (first === 0xff && second === 0xfe)) return decoded(bytes, 'utf-16le', false) ?? ''
  if (first === 0 || (first === 0xfe && second === 0xff)) return decoded(bytes, 'utf-16be', false) ?? ''
  return (
    decoded(bytes, 'utf-8', true) ??
    (declared === undefined ? null : decoded(bytes, declared, false)) ??
    decoded(bytes, 'utf-8', false) ??
    ''
  )
}

/** Spellings of `windows-1255` and its like that the Encoding Standard doesn't list. */
const CODE_PAGE = /^(?:win(?:dows)?|ms|cp)[-_]?(?=125\d$)/i

/** Null for an unknown charset, and if `fatal` for bytes that are invalid in it. */
function decoded(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset.replace(CODE_PAGE, 'windows-'), { fatal }).decode(bytes)
  } catch {
    return null
  }
}
