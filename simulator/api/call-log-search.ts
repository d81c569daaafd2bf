import type { CallRecord } from '../world/call-log.ts'
import { asObject, type Parameters } from './parameters.ts'

/** What a request searches for; null: any. */
export interface CallLogSearch {
  /** Epoch ms, both included. */
  readonly from: number
  readonly to: number
  readonly extensions: readonly string[] | null
  readonly cdrTypes: readonly string[] | null
  readonly phones: readonly string[] | null
  readonly callId: string | null
}

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z?$/

/** The search of a request; null if its dates are missing or wrong. */
export function readCallLogSearch({ search }: Parameters): CallLogSearch | null {
  const asked = asObject(search)
  if (asked === null) return null
  const [from, to] = [readUtc(asked['fromdate']), readUtc(asked['todate'])]
  if (from === null || to === null || from > to) return null
  const callId = asked['callID']
  return {
    from,
    to,
    extensions: readTexts(asked['extensions']),
    cdrTypes: readTexts(asked['cdrTypes']),
    phones: readTexts(asked['phones']),
    callId: typeof callId === 'string' && callId !== '' ? callId : null,
  }
}

function readUtc(value: unknown): number | null {
  if (typeof value !== 'string' || !UTC.test(value)) return null
  const at = Date.parse(value.endsWith('Z') ? value : `${value}Z`)
  return Number.isNaN(at) ? null : at
}

/** A list, or a single value; null if it is missing or empty. */
function readTexts(value: unknown): readonly string[] | null {
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  return list.length === 0 ? null : list.map(String)
}

/** Whether a record is of that time and number, whatever its type and extension. */
export const isOfCall = ({ from, to, phones, callId }: CallLogSearch, record: CallRecord): boolean =>
  record.startedAt >= from &&
  record.startedAt <= to &&
  (callId === null || record.ivrid === callId) &&
  (phones === null || phones.some((phone) => [record.phone, record.did].some((one) => isSame(phone, one))))

const SIGNIFICANT = 9 // without the country code or the leading zero

const isSame = (one: string, other: string): boolean =>
  one === other || (one.length >= SIGNIFICANT && one.slice(-SIGNIFICANT) === other.slice(-SIGNIFICANT))
