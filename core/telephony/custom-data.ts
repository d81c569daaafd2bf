import type { RepairLog } from './repair-log.ts'
import { cleanText } from './clean-text.ts'
import { unescapedHtml } from './plain-text.ts'
import { isRecord } from './records.ts'
import type { JsonRecord } from './records.ts'

const MAX_KEYS = 64 // twice what a card could list
const MAX_VALUE_LENGTH = 500 // a link or a note; longer is a document
const MAX_DEPTH = 3 // deeper than what a link or a form would send

/** `customdata` as names and texts. Accepts the documented object, `[]`, a list of objects, and nested values. */
export function readCustomData(value: unknown, log: RepairLog): Readonly<Record<string, string>> {
  const texts = new Map<string, string>()
  for (const record of recordsIn(value, log)) {
    for (const key of Object.keys(record)) {
      const name = cleanText(key)
      if (texts.size >= MAX_KEYS) break
      // As a property name it would change the record's prototype, not its content.
      if (name !== '__proto__' && !texts.has(name))
        texts.set(name, cleanText(asText(record[key], 0), MAX_VALUE_LENGTH))
    }
  }
  return Object.fromEntries(texts)
}

function recordsIn(value: unknown, log: RepairLog): readonly JsonRecord[] {
  if (isRecord(value)) return [value]
  if (Array.isArray(value)) {
    log.note('customdata', 'array-for-object')
    return value
      .slice(0, MAX_KEYS)
      .map((entry: unknown, index) => (isRecord(entry) ? entry : { [index]: entry }))
  }
  log.note('customdata', value === undefined || value === null || value === '' ? 'missing' : 'wrong-type')
  return []
}

/** A value as text; nested values as JSON, and "…" beyond the depth or length that is shown. */
function asText(value: unknown, depth: number): string {
  if (typeof value === 'string') {
    const text = unescapedHtml(value)
    return depth === 0 ? text : JSON.stringify(text.slice(0, MAX_VALUE_LENGTH))
  }
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value)
  if (typeof value !== 'object' || value === null) return depth === 0 ? '' : 'null'
  if (depth >= MAX_DEPTH) return '…'
  if (Array.isArray(value))
    return `[${value
      .slice(0, MAX_KEYS)
      .map((entry: unknown) => asText(entry, depth + 1))
      .join(',')}]`
  const entries = Object.entries(value).slice(0, MAX_KEYS)
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key.slice(0, MAX_VALUE_LENGTH))}:${asText(entry, depth + 1)}`).join(',')}}`
}
