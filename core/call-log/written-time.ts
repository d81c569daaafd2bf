import { coerceEpoch } from '../telephony/coerce.ts'

/** When a call started, as a record has it: epoch ms. */
export interface WrittenTime {
  readonly ms: number
  /** It was written with a distance from UTC. Otherwise it is UTC as documented, or the account's wall clock. */
  readonly hasZone: boolean
}

const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?$/i
/** As .NET writes dates in JSON. */
const DOT_NET = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/

/** The time of a record, from its `Date`, otherwise from its `DateEpoch`; null without a usable one. */
export const writtenTime = (date: unknown, epoch: unknown): WrittenTime | null =>
  (typeof date === 'string' ? dateTime(date.trim()) : null) ?? epochTime(epoch)

function dateTime(date: string): WrittenTime | null {
  const dotNet = DOT_NET.exec(date)?.[1]
  if (dotNet !== undefined) return { ms: Number(dotNet), hasZone: false }
  const [, day, time, zone = 'Z'] = ISO.exec(date) ?? []
  if (day === undefined || time === undefined) return null
  const ms = Date.parse(`${day}T${time}${zone.toUpperCase()}`)
  return Number.isNaN(ms) ? null : { ms, hasZone: !/^(?:Z|[+-]00:?00)$/i.test(zone) }
}

function epochTime(epoch: unknown): WrittenTime | null {
  const seconds = coerceEpoch(epoch).value
  if (seconds !== null) return { ms: seconds * 1000, hasZone: false }
  const ms =
    typeof epoch === 'number'
      ? epoch
      : Number(typeof epoch === 'string' && /^\d{12,14}$/.test(epoch) ? epoch : NaN)
  return Number.isSafeInteger(ms) && ms > 0 && ms < MAX_MS ? { ms, hasZone: false } : null
}

const MAX_MS = 99_999_999_999_000
