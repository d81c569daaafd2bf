import type { DatabaseSync } from 'node:sqlite'
import type { Span } from '../../call-log/span.ts'
import type { DayCoverage } from '../../report/coverage.ts'
import { integer } from '../../database/row.ts'
import { dayOf } from '../../words/day-text.ts'
import { secondsIn } from '../seconds-in.ts'
import type { LoggedSpans } from './logged-spans.ts'
import { overlaps } from './spans.ts'

/** How complete the history is, for each day by this computer's clock that the span touches, oldest first. */
export function createDayCoverage(
  db: DatabaseSync,
  { openSpans }: Pick<LoggedSpans, 'openSpans'>,
): (from: number, to: number) => readonly DayCoverage[] {
  const counts = db.prepare(`
    SELECT count(*) FILTER (WHERE NOT end_seen) AS open,
      count(*) FILTER (WHERE end_seen AND (NOT polled OR (applied AND NOT polled_end_seen))) AS filled_in,
      count(*) AS calls
    FROM calls LEFT JOIN logged ON logged.call = calls.id
    WHERE id >= ?1 * 1000 AND id < ?2 * 1000 AND ended_at IS NOT NULL
  `)
  return (from, to) => {
    const blind = openSpans(from, to)
    return daysIn(from, to).map((day) => {
      const row = counts.get(day.from, day.to) ?? {}
      const [open, filledIn] = [integer(row, 'open'), integer(row, 'filled_in')]
      const seen = integer(row, 'calls') - open - filledIn
      return { day: day.from, seen, filledIn, open, openSeconds: secondsIn(overlaps(blind, [day])) }
    })
  }
}

/** From midnight to midnight, however long that is. */
function daysIn(from: number, to: number): readonly Span[] {
  const days: Span[] = []
  for (let day = dayOf(from); day < to; day = dayOf(day, -1)) days.push({ from: day, to: dayOf(day, -1) })
  return days
}
