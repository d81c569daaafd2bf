import { MAX_RECORDS } from './repair-log.ts'
import type { RepairLog } from './repair-log.ts'

export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The maximum of calls read per extension; more are only counted. */
export const MAX_CALLS_READ = 100

/** Whether a list of extensions and their calls exceeds the maximum of records; checked before reading any. */
export function hasTooMany(entries: readonly unknown[]): boolean {
  let records = entries.length
  for (const entry of entries) {
    const calls = isRecord(entry) ? entry['calls'] : null
    if (typeof calls === 'object' && calls !== null)
      records += Math.min(Object.keys(calls).length, MAX_CALLS_READ)
    if (records > MAX_RECORDS) return true
  }
  return false
}

/** The one record meant by `value`: itself, or the first of a list. Null, and reported, when there is none. */
export function oneRecord(value: unknown, field: string, log: RepairLog): JsonRecord | null {
  if (isRecord(value)) return value
  if (Array.isArray(value)) {
    log.note(field, 'array-for-object')
    const first: unknown = value[0]
    return isRecord(first) ? first : null
  }
  log.note(field, value === undefined || value === null || value === '' ? 'missing' : 'wrong-type')
  return null
}

/**
 * The list meant by `value`: itself, the values of an object used as a list (`{"0": …}`), or the one record that has
 * the field `mark`. Empty, and reported, if there is no list or it is longer than a response can be. Records beyond
 * `most` are neither read nor counted.
 */
export function listOf(
  value: unknown,
  field: string,
  mark: string,
  log: RepairLog,
  most = Number.POSITIVE_INFINITY,
): readonly unknown[] {
  const list = Array.isArray(value) ? value : unlisted(value, field, mark, log)
  return log.afford(Math.min(list.length, most)) ? list : []
}

function unlisted(value: unknown, field: string, mark: string, log: RepairLog): readonly unknown[] {
  if (isRecord(value)) {
    log.note(field, 'object-for-array')
    const entries = Object.values(value)
    return Object.hasOwn(value, mark) || !entries.every((entry) => typeof entry === 'object')
      ? [value]
      : entries
  }
  log.note(field, value === undefined || value === null || value === '' ? 'missing' : 'wrong-type')
  return []
}
