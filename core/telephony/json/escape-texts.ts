const BACKSLASH_OR_SIGN = /\\[^]?|["\p{Cc}]/gu
const ESCAPE = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/

/** Almost-JSON with what its texts hold escaped: control characters, and backslashes that escape nothing. */
export function escapeTexts(json: string): string {
  let within = false
  return json.replace(BACKSLASH_OR_SIGN, (found, at: number) => {
    if (found === '"') within = !within
    if (!within || found === '"') return found
    if (!found.startsWith('\\')) return escaped(found)
    // More than the two signs that were found: an escape may have six.
    return ESCAPE.test(json.slice(at, at + 6)) ? found : `\\\\${escaped(found.slice(1))}`
  })
}

/** Text as it stands within the quotes of JSON. */
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1)
