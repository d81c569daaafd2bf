const BACKSLASH_OR_SIGN = /\\[^]?|["\p{Cc}]/gu
const ESCAPE = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/
/** A body has a name or two that was not escaped; one with more is no text of theirs. */
const MAX_REPAIRS = 10_000

/**
 * Almost-JSON with what its texts hold escaped: control characters, and backslashes that escape nothing. The same text
 * where there is more to repair than a body of the API could have.
 */
export function escapeTexts(json: string): string {
  const parts: string[] = []
  let done = 0
  let within = false
  for (const { 0: found, index: at } of json.matchAll(BACKSLASH_OR_SIGN)) {
    if (found === '"') within = !within
    const repaired = within && found !== '"' ? repairedSign(found, json.slice(at, at + 6)) : found
    if (repaired === found) continue
    if (parts.length >= 2 * MAX_REPAIRS) return json
    parts.push(json.slice(done, at), repaired)
    done = at + found.length
  }
  return parts.length === 0 ? json : parts.join('') + json.slice(done)
}

/** A sign within a text, escaped where it is not. `ahead`: what begins with it, for an escape may have six signs. */
function repairedSign(found: string, ahead: string): string {
  if (!found.startsWith('\\')) return escaped(found)
  return ESCAPE.test(ahead) ? found : `\\\\${escaped(found.slice(1))}`
}

/** Text as it stands within the quotes of JSON. */
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1)
