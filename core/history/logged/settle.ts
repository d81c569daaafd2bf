import type { DatabaseSync } from 'node:sqlite'
import { MINUTE_MS } from '../../clock.ts'
import { integer, integerOrNull, text, type Row } from '../../database/row.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { coursedMs, loggedEnding, type Ending } from './logged-ending.ts'
import type { LoggedRow, LoggedRows } from './logged-rows.ts'
import { SAME_START_MS } from './same-call.ts'

/** Gives an ended call the outcome that follows from the call log, if the log has it. A live call stays as it is. */
export type Settle = (call: number) => void

export function createSettle(db: DatabaseSync, logged: LoggedRows, search: SearchIndex): Settle {
  const spans = db.prepare(
    `SELECT kind, from_at, to_at FROM parts WHERE call = ? AND kind <> 'recording-muted' ORDER BY from_at, id`,
  )
  return (call) => {
    const log = logged.of(call)
    const { startedAt, polled, ending } = logged.ending(call)
    if (log === null || (polled && ending === null)) return
    const seen = polled ? (log.replaced ?? ending) : null
    if (seen !== null && !isAbout(log, seen, lastStart(spans.all(call), startedAt))) {
      if (log.replaced !== null) logged.restore(call, seen)
      return
    }
    const next = loggedEnding(log.course, seen)
    logged.apply(call, next, seen ?? next)
    if (next.answeredBy !== ending?.answeredBy) search.refresh(call)
  }
}

const COMPLETE_MS = 15 * MINUTE_MS // after a call's end; the log lags by a few minutes

/**
 * Whether the log speaks about the last time that a call came here: what it has may be a record of an earlier time, with
 * the last one still to follow.
 */
function isAbout({ course, whole, readAt }: LoggedRow, seen: Ending, lastStart: number): boolean {
  // Part of the records unmakes no talk that was seen, and an answered first leg may have led to none.
  const isTalk = course.outcome === 'completed' && course.talkSeconds !== null
  const isTalkPossible = course.outcome === 'completed' || seen.outcome === 'completed'
  if (!whole && !isTalk && isTalkPossible) return false
  const until = course.startedAt + coursedMs(course) + SAME_START_MS
  const isRecent = readAt < seen.endedAt + COMPLETE_MS
  return readAt >= seen.endedAt && (!isRecent || course.outcome === 'completed' || until >= lastStart)
}

/** When a call that came here several times did so last; for one that came once, when it started. */
function lastStart(spans: readonly Row[], startedAt: number): number {
  const again = spans.findLast((span, index) => {
    const before = spans[index - 1]
    const isRing = ['rang', 'dialed'].includes(text(span, 'kind'))
    return (
      before !== undefined && (isRing || integer(span, 'from_at') > (integerOrNull(before, 'to_at') ?? 0))
    )
  })
  return again === undefined ? startedAt : integer(again, 'from_at')
}
