import type { Call } from '../../domain.ts'
import { textOrNull, type Row } from '../../database/row.ts'

type CustomData = Call['customData']

/** The part of a call's custom data to store, as JSON for its column: only the named keys; null for none. */
export function customDataColumn(customData: CustomData, named: () => ReadonlySet<string>): string | null {
  const all = Object.entries(customData)
  if (all.length === 0) return null
  const keys = named()
  const selected = all.filter(([key, value]) => keys.has(key) && value !== '')
  return selected.length === 0 ? null : JSON.stringify(Object.fromEntries(selected))
}

/** The stored custom data; null for none, and for anything but a JSON object. */
export function customDataFrom(row: Row): CustomData | null {
  const stored = textOrNull(row, 'custom_data')
  if (stored === null) return null
  const texts = Object.entries(parsed(stored)).filter(
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
