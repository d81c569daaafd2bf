import type { DatabaseSync } from 'node:sqlite'
import type { Phone } from '../domain.ts'
import { callerKey } from '../phone/caller-key.ts'
import { integer, text, type Row } from '../database/row.ts'
import type { Forgotten } from './logged/forgotten.ts'
import { storableTime } from './round-times.ts'
import type { SearchIndex } from './search/search-index.ts'
import { transaction } from '../database/transaction.ts'

const BATCH = 25 // about 20 ms of work in a long history: not noticeable in the window

export interface Removal {
  countCaller(phone: Phone): number
  /** Now, epoch ms: calls of theirs from before don't come back from the call log. Their bytes remain until `scrub`. */
  forgetCaller(phone: Phone, now: number): number
  /**
   * Leaves no byte of deleted data: the search index is merged into one segment (deletions are only marked until then),
   * the file is rewritten without its free pages, and the log, which still has the old pages, is emptied.
   */
  scrub(): void
  prune(before: number): number
}

/** Deletes calls with everything attached: spans, rings, fired marks, search index, and the numbers of placed calls. */
export function createRemoval(db: DatabaseSync, search: SearchIndex, forgotten: Forgotten): Removal {
  const ofCaller = db.prepare('SELECT id, extension, ivrid FROM calls WHERE caller = ?')
  const count = db.prepare('SELECT count(*) AS calls FROM calls WHERE caller = ?')
  const old = db.prepare(
    `SELECT id, extension, ivrid FROM calls WHERE id < ? AND ended_at < ? ORDER BY id LIMIT ${BATCH}`,
  )
  const otherIds = db.prepare('SELECT ivrid FROM other_ids WHERE call = ?')
  const removeCall = db.prepare('DELETE FROM calls WHERE id = ?')
  const removeRings = db.prepare('DELETE FROM rings WHERE extension = ? AND ivrid = ?')
  const removeFired = db.prepare('DELETE FROM fired WHERE extension = ? AND ivrid = ?')
  /** Marks of calls that aren't in the history. */
  const removeStray = db.prepare(`
    DELETE FROM fired WHERE NOT EXISTS (
      SELECT 1 FROM calls WHERE calls.extension = fired.extension AND calls.ivrid = fired.ivrid
    )
  `)
  // Only the number: when it was called still counts for the limits on placed calls.
  const clearDials = db.prepare(`UPDATE dials SET target = '' WHERE target = ?`)
  const removeOld = [
    'dials WHERE sent_at',
    'blind_spots WHERE to_at',
    'logins WHERE to_at',
    'logged_spans WHERE to_at',
    'forgotten WHERE at',
  ].map((old) => db.prepare(`DELETE FROM ${old} < ?`))

  function remove(rows: readonly Row[]): void {
    for (const row of rows) {
      removeCall.run(integer(row, 'id'))
      removeRings.run(text(row, 'extension'), text(row, 'ivrid'))
      removeFired.run(text(row, 'extension'), text(row, 'ivrid'))
      search.remove(integer(row, 'id'))
    }
  }

  return {
    countCaller: (phone) => integer(count.get(callerKey(phone)) ?? {}, 'calls'),
    forgetCaller(phone, now) {
      const caller = callerKey(phone)
      if (caller === null) return 0
      const rows = ofCaller.all(caller)
      transaction(db, () => {
        const ids = rows.flatMap((row) => [row, ...otherIds.all(integer(row, 'id'))])
        remove(rows)
        clearDials.run(caller.replace(/^\+/, '')) // stored as sent: digits without a plus
        const names = ids.map((row) => text(row, 'ivrid'))
        forgotten.note(caller, names, storableTime(now))
      })
      return rows.length
    },
    scrub() {
      db.exec(`INSERT INTO search (search) VALUES ('optimize')`)
      db.exec('VACUUM')
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    prune(before) {
      const limit = storableTime(before)
      const rows = old.all(limit * 1000, limit)
      for (const statement of removeOld) statement.run(limit)
      forgotten.notePruned(limit)
      if (rows.length === 0) {
        removeStray.run() // of calls that were deleted while live
        return 0
      }
      transaction(db, () => remove(rows))
      db.exec('PRAGMA incremental_vacuum(200)')
      return rows.length
    },
  }
}
