/**
 * JSON as text, from a file or a response, a byte order mark taken off. Its first two bytes tell UTF-16 apart. UTF-8
 * comes before the charset that `contentType` names: servers name one for every body, and text of another charset is
 * no valid UTF-8.
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

/** Null for a charset that is unknown, and where `fatal` for bytes that are not of it. */
function decoded(bytes: Uint8Array, charset: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes)
  } catch {
    return null
  }
}
