import { coerceEpoch } from '../telephony/coerce.ts'

/** When a call started, as `Date` has it. */
export interface WrittenDate {
  /** Epoch ms, read as UTC unless it has an offset. */
  readonly ms: number
  /** `utc`: a `Z`, as documented. `bare`: no zone. `offset`: a distance from UTC. */
  readonly zone: 'utc' | 'bare' | 'offset'
}

const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?$/i
/** As .NET writes dates in JSON. */
const DOT_NET = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/

/** Null if it can't be read. */
export function writtenDate(date: unknown): WrittenDate | null {
  if (typeof date !== 'string') return null
  const dotNet = DOT_NET.exec(date.trim())?.[1]
  if (dotNet !== undefined) return { ms: Number(dotNet), zone: 'bare' }
  const [, day, time, zone] = ISO.exec(date.trim()) ?? []
  const ms = Date.parse(`${day}T${time}${zone?.toUpperCase() ?? 'Z'}`)
  return Number.isNaN(ms) ? null : { ms, zone: zone === undefined ? 'bare' : zoneOf(zone) }
}

const zoneOf = (zone: string): WrittenDate['zone'] => (/^(?:Z|[+-]00:?00)$/i.test(zone) ? 'utc' : 'offset')

/** `DateEpoch` in epoch ms: seconds, although ms would be as common. Null if it can't be read. */
export function writtenEpoch(epoch: unknown): number | null {
  const seconds = coerceEpoch(epoch).value
  if (seconds !== null) return seconds * 1000
  const ms = typeof epoch === 'string' && /^\d{12,14}$/.test(epoch) ? Number(epoch) : epoch
  return typeof ms === 'number' && Number.isSafeInteger(ms) && ms > 0 && ms <= MAX_MS ? ms : null
}

const MAX_MS = 99_999_999_999_000
