import type { HistoryCall } from '../../../core/history/history-call.ts'
import type { Violation } from '../violation.ts'

const RULE = 'muted spans apart'

/**
 * The muted spans of a call follow each other, and none lasts longer than its call. `clockStands`: this computer's
 * clock is never set, so later events have later times.
 */
export function mutedSpansApart(stored: readonly HistoryCall[], clockStands: boolean): readonly Violation[] {
  return stored.flatMap(({ key, mutes = [], endedAt, startedAt }) => {
    const say = (what: string): Violation => ({ rule: RULE, at: startedAt, what: `${key} ${what}` })
    return mutes.flatMap(({ from, to }, index) => {
      const next = mutes[index + 1]
      if (to !== null && to < from) return [say('is unmuted before it was muted')]
      if (to === null && endedAt !== null) return [say('is over, and its recording is still muted')]
      if (next === undefined) return []
      if (to === null || (clockStands && next.from < to)) return [say('is muted twice at the same time')]
      return []
    })
  })
}
