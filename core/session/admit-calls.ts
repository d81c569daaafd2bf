import type { CallKey, SeenExtension } from '../domain.ts'
import { doneOnceMore, type DoneAt } from '../per-minute.ts'

/** The maximum of live calls followed at once on one extension. A desk phone has at most a dozen lines. */
export const MAX_LIVE_CALLS = 30
/** The maximum of calls that start within a minute. Nobody takes one every two seconds. */
export const MAX_NEW_CALLS_PER_MINUTE = 30

/**
 * Which calls of a response are followed: those already followed, then new ones up to the limits. Everything a
 * call triggers (an alert, a page, a row of the history) is limited by this, whatever a response says. A followed call that
 * wasn't read because the response lists too many stays as it was in `before`. `unfollowed`: the number of reported calls
 * that aren't followed.
 */
export function admitCalls(
  seen: SeenExtension,
  followed: ReadonlySet<CallKey>,
  before: SeenExtension | null,
  admittedAt: DoneAt,
  now: number,
): { readonly seen: SeenExtension; readonly admittedAt: DoneAt; readonly unfollowed: number } {
  const { unreadCalls = 0 } = seen
  if (unreadCalls === 0 && seen.calls.every(({ key }) => followed.has(key)))
    return { seen, admittedAt, unfollowed: 0 }
  const listed = new Set(seen.calls.map(({ key }) => key))
  const stays = unreadCalls === 0 ? [] : (before?.calls ?? [])
  const unread = stays.filter(({ key }) => followed.has(key) && !listed.has(key))
  let live = unread.length + seen.calls.filter(({ key }) => followed.has(key)).length
  let admitted = admittedAt
  const calls = seen.calls.filter(({ key }) => {
    if (followed.has(key)) return true
    const next = live < MAX_LIVE_CALLS ? doneOnceMore(admitted, now, MAX_NEW_CALLS_PER_MINUTE) : null
    if (next === null) return false
    admitted = next
    live += 1
    return true
  })
  const unfollowed = seen.calls.length - calls.length + unreadCalls - unread.length
  const same = unread.length === 0 && calls.length === seen.calls.length
  return {
    seen: same ? seen : { ...seen, calls: [...calls, ...unread] },
    admittedAt: admitted,
    unfollowed: Math.max(0, unfollowed),
  }
}
