const BACKSLASH_OR_SIGN = /\\[^]?|["\p{Cc}]/gu
const ESCAPE = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/
/** The quotation mark that ends a text: what follows continues the JSON. */
const ENDS = /"\s*(?:[:}\]]|,\s*["{[\dtfn-]|$)/y
/** A body may have a few unescaped names; one with more isn't from the API. */
const MAX_REPAIRS = 10_000

/**
 * Almost-JSON with its texts escaped: control characters, quotation marks, and backslashes that escape nothing. The
 * unchanged text if more needs repair than in any body from the API.
 */
export function escapeTexts(json: string): string {
  const parts: string[] = []
  let done = 0
  let within = false
  for (const { 0: found, index: at } of json.matchAll(BACKSLASH_OR_SIGN)) {
    const isEdge = found === '"' && (!within || endsText(json, at))
    if (isEdge) within = !within
    const repaired = within && !isEdge ? repairedSign(found, json.slice(at, at + 6)) : found
    if (repaired === found) continue
    if (parts.length >= 2 * MAX_REPAIRS) return json
    parts.push(json.slice(done, at), repaired)
    done = at + found.length
  }
  return parts.length === 0 ? json : parts.join('') + json.slice(done)
}

function endsText(json: string, at: number): boolean {
  ENDS.lastIndex = at
  return ENDS.test(json)
}

/**
 * A character within a text, escaped unless it already is. `ahead`: the text starting with it, since an escape may have
 * six characters.
 */
function repairedSign(found: string, ahead: string): string {
  if (!found.startsWith('\\')) return escaped(found)
  return ESCAPE.test(ahead) ? found : `\\\\${escaped(found.slice(1))}`
}

/** Text as written within JSON quotes. */
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1)
