import type { Call, CallEvent, CallKey } from '../domain.ts'
import { isSameStamp } from '../clock/same-stamp.ts'

const MOST_KEPT = 100 // an hour of a busy desk; what comes back is back within minutes

/** The calls that ended lately. By their number, not by their age: this computer's clock may be set. */
export interface LatelyEnded {
  note(events: readonly CallEvent[]): void
  /**
   * The call that ended as `key`, if what is seen now began when that one did: it was gone from one answer and is
   * back, or an answer of before was sent once more. What was known of it (that it was answered) still holds.
   */
  find(key: CallKey, startedApiSeconds: number | null): Call | null
}

export function createLatelyEnded(): LatelyEnded {
  let ended: ReadonlyMap<CallKey, Call> = new Map()
  return {
    note(events) {
      const news = events.flatMap(({ type, call }) => (type === 'ended' ? [[call.key, call] as const] : []))
      if (news.length === 0) return
      const keys = new Set(news.map(([key]) => key))
      ended = new Map([...[...ended].filter(([key]) => !keys.has(key)), ...news].slice(-MOST_KEPT))
    },
    find(key, stamp) {
      const found = ended.get(key)
      return found !== undefined && isSameStamp(found.startedApiSeconds, stamp) === true ? found : null
    },
  }
}
