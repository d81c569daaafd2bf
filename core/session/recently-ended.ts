import { isSameStamp } from '../clock/same-stamp.ts'
import { MINUTE_MS } from '../clock.ts'
import type { Call, CallEvent, CallKey } from '../domain.ts'
import { shiftCall } from './shift-times.ts'

/** The calls that ended recently, and when: epoch ms by this computer's clock. */
export type RecentlyEnded = ReadonlyMap<CallKey, EndedCall>

interface EndedCall {
  readonly call: Call
  readonly at: number
}

const REMEMBERED_MS = 30 * MINUTE_MS // calls that come back do so within minutes
const MAX_ENDED = 100 // a limit however the clock is set, and however fast calls end

/**
 * The calls that ended before, plus those ended by `events`, as of `at` (epoch ms). Old ones are dropped,
 * the oldest first: a session that runs for days must not grow with its calls.
 */
export function rememberEnded(ended: RecentlyEnded, events: readonly CallEvent[], at: number): RecentlyEnded {
  const news = events.flatMap(({ type, call }) =>
    type === 'ended' ? [[call.key, { call, at }] as const] : [],
  )
  const keys = new Set(news.map(([key]) => key))
  const stay = [...ended].filter(([key, one]) => !keys.has(key) && at - one.at < REMEMBERED_MS)
  if (news.length === 0 && stay.length === ended.size) return ended
  return new Map([...stay, ...news].slice(-MAX_ENDED))
}

/**
 * The ended call `key`, if the call seen now started when that one did: it was missing from one response and is back,
 * or an earlier response was sent again. What was known about it (that it was answered) still holds.
 */
export function findEnded(ended: RecentlyEnded, key: CallKey, startedApiSeconds: number | null): Call | null {
  const found = ended.get(key)?.call
  return found !== undefined && isSameStamp(found.startedApiSeconds, startedApiSeconds) === true
    ? found
    : null
}

export const shiftEnded = (ended: RecentlyEnded, ms: number): RecentlyEnded =>
  new Map([...ended].map(([key, { call, at }]) => [key, { call: shiftCall(call, ms), at: at + ms }]))
