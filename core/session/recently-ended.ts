import { isSameStamp } from '../clock/same-stamp.ts'
import type { Call, CallEvent, CallKey } from '../domain.ts'

/** The calls that ended recently. By their number, not by their age: this computer's clock may be set. */
export type RecentlyEnded = ReadonlyMap<CallKey, Call>

const MAX_ENDED = 100 // an hour of a busy desk; what comes back is back within minutes

/** The calls that ended before, and those that `events` end; the oldest give way first. */
export function rememberEnded(ended: RecentlyEnded, events: readonly CallEvent[]): RecentlyEnded {
  const news = events.flatMap(({ type, call }) => (type === 'ended' ? [[call.key, call] as const] : []))
  if (news.length === 0) return ended
  const keys = new Set(news.map(([key]) => key))
  return new Map([...[...ended].filter(([key]) => !keys.has(key)), ...news].slice(-MAX_ENDED))
}

/**
 * The call that ended as `key`, if what is seen now began when that one did: it was gone from one response and is back,
 * or an earlier response was sent once more. What was known of it (that it was answered) still holds.
 */
export function findEnded(ended: RecentlyEnded, key: CallKey, startedApiSeconds: number | null): Call | null {
  const found = ended.get(key)
  return found !== undefined && isSameStamp(found.startedApiSeconds, startedApiSeconds) === true
    ? found
    : null
}
