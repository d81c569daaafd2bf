import type { DatabaseSync } from 'node:sqlite'
import type { Span, SpanOnExtension } from '../../call-log/span.ts'
import type { BlindSpots } from '../../report/blind-spots.ts'
import { integer } from '../../database/row.ts'
import { transaction } from '../../database/transaction.ts'
import { storableTime } from '../round-times.ts'
import type { Logins } from './logins.ts'
import { overlaps, uncovered, union } from './spans.ts'

export interface LoggedSpans {
  /** Blind spots while the person who is logged in now was logged in, as far as the log wasn't read for them; oldest first. */
  openSpans(from: number, to: number): readonly SpanOnExtension[]
  /** The log's calls on this extension in this span were read completely `at`, and filled in. */
  noteLogged(from: number, to: number, at: number, extension: string): void
}

/** For which spans the log was read, of those in which the person was logged in. */
export function createLoggedSpans(db: DatabaseSync, logins: Logins, blindSpots: BlindSpots): LoggedSpans {
  const of = db.prepare(
    'SELECT from_at, to_at FROM logged_spans WHERE extension = ? AND from_at <= ? AND to_at >= ?',
  )
  const remove = db.prepare('DELETE FROM logged_spans WHERE extension = ? AND from_at <= ? AND to_at >= ?')
  const insert = db.prepare('INSERT INTO logged_spans (extension, from_at, to_at) VALUES (?, ?, ?)')

  const readSpans = (extension: string, from: number, to: number): readonly Span[] =>
    of.all(extension, to, from).map((row) => ({ from: integer(row, 'from_at'), to: integer(row, 'to_at') }))

  return {
    openSpans(from, to) {
      const blind = blindSpots.between(from, to).map((spot) => ({ from: spot.from, to: spot.to ?? to }))
      const here = Map.groupBy(logins.between(from, to), ({ extension }) => extension)
      return [...here]
        .flatMap(([extension, mine]) => {
          const unseen = overlaps(overlaps(mine, blind), [{ from, to }])
          return uncovered(unseen, readSpans(extension, from, to)).map((span) => ({ extension, ...span }))
        })
        .toSorted((one, other) => one.from - other.from)
    },
    noteLogged(from, to, at, extension) {
      const asked = [{ from: storableTime(from), to: storableTime(Math.min(to, at)) }]
      const mine = logins.between(from, to).filter((login) => login.extension === extension)
      transaction(db, () => {
        for (const span of overlaps(mine, asked)) {
          const [whole = span] = union([span, ...readSpans(extension, span.from, span.to)])
          remove.run(extension, whole.to, whole.from)
          insert.run(extension, whole.from, whole.to)
        }
      })
    },
  }
}
