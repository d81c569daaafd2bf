import type { Call } from '../domain.ts'
import { textOrNull, type Row } from './database/row.ts'

type CustomData = Call['customData']

/** What of a call's custom data is kept, as JSON for its column: the keys that are named, and no other; null for none. */
export function customDataColumn(customData: CustomData, named: () => ReadonlySet<string>): string | null {
  const all = Object.entries(customData)
  if (all.length === 0) return null
  const keys = named()
  const kept = all.filter(([key, value]) => keys.has(key) && value !== '')
  return kept.length === 0 ? null : JSON.stringify(Object.fromEntries(kept))
}

/** What was kept; null for nothing, and for what is no JSON object. */
export function customDataFrom(row: Row): CustomData | null {
  const kept = textOrNull(row, 'custom_data')
  if (kept === null) return null
  const texts = Object.entries(parsed(kept)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return texts.length === 0 ? null : Object.fromEntries(texts)
}

function parsed(json: string): object {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
