import type { DatabaseSync } from 'node:sqlite'
import { splitKey } from './call-key.ts'
import type { MutedSpan } from './muted-span.ts'
import { flag, integer, integerOrNull, type Row } from '../database/row.ts'
import { transaction } from '../database/transaction.ts'

export interface MutedSpans {
  /** Stores a span that starts or ends. False when its call isn't stored. */
  keep(span: MutedSpan): boolean
  /** The call is over, and any lasting span with it; `seen`: its end was seen. */
  close(call: number, at: number, seen: boolean): void
}

/**
 * A call has at most one span that still lasts. After a restart the guard starts over with what it finds muted: that is
 * the earlier span, with its original start and actor. `told_from` is where the guard says that it started: when it
 * moves (this computer's clock was set), the start moves along.
 */
export function createMutedSpans(db: DatabaseSync): MutedSpans {
  const find = db.prepare('SELECT id, ended_at, end_seen FROM calls WHERE extension = ? AND ivrid = ?')
  const lasting = db.prepare('SELECT id, from_at, told_from FROM mutes WHERE call = ? AND to_at IS NULL')
  const known = db.prepare('SELECT id, from_at, told_from FROM mutes WHERE call = ? AND told_from = ?')
  const insert = db.prepare(
    'INSERT INTO mutes (call, from_at, told_from, to_at, by_hand, ended_by) VALUES (?, ?2, ?2, ?, ?, ?)',
  )
  const begunAnew = db.prepare('UPDATE mutes SET told_from = ? WHERE id = ?')
  const end = db.prepare(`
    UPDATE mutes SET from_at = from_at + ?1 - told_from, told_from = ?1, to_at = max(from_at + ?1 - told_from, ?2),
      ended_by = ?3
    WHERE id = ?4
  `)
  const endAll = db.prepare(
    'UPDATE mutes SET to_at = max(from_at, ?), ended_by = ? WHERE call = ? AND to_at IS NULL',
  )

  function begins(call: number, { from, by }: MutedSpan): void {
    const row = lasting.get(call)
    if (row !== undefined) begunAnew.run(from, integer(row, 'id'))
    else if (known.get(call, from) === undefined) insert.run(call, from, null, by, null)
  }

  function ends(row: Row, { from, by, endedBy }: MutedSpan, to: number): void {
    const call = integer(row, 'id')
    // The call's end wasn't seen, so it counts as over when it was last seen, and the mute with it.
    const unseen = row['ended_at'] !== null && !flag(row, 'end_seen')
    const until = Math.min(to, unseen ? (integerOrNull(row, 'ended_at') ?? to) : to)
    const how = unseen && endedBy === 'call-ended' ? null : endedBy
    const span = lasting.get(call) ?? known.get(call, from)
    if (span === undefined) insert.run(call, from, Math.max(from, until), by, how)
    else end.run(from, until, how, integer(span, 'id'))
  }

  return {
    keep(span) {
      const { extension, ivrid } = splitKey(span.call)
      const row = find.get(extension, ivrid)
      if (row === undefined) return false
      const rounded = { ...span, from: Math.round(span.from) }
      transaction(db, () => {
        if (span.to === null) begins(integer(row, 'id'), rounded)
        else ends(row, rounded, Math.round(span.to))
      })
      return true
    },
    close: (call, at, seen) => void endAll.run(at, seen ? 'call-ended' : null, call),
  }
}
