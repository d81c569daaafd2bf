import type { DatabaseSync } from 'node:sqlite'
import type { CallKey } from '../domain.ts'
import { splitKey } from './call-key.ts'
import type { CallReader } from './call-row.ts'
import type { HistoryCall } from './history-call.ts'
import { transaction } from './database/transaction.ts'

/** The missed calls that still ask for a look. */
export interface MissedCalls {
  unseen(): readonly HistoryCall[]
  markSeen(keys?: readonly CallKey[]): void
}

const MOST = 200 // more than anyone calls back, and what a tray can count

/** A missed call needs no look any more once its caller was spoken to, whoever called whom; not once listened to. */
export function createMissedCalls(db: DatabaseSync, read: CallReader): MissedCalls {
  const unseen = db.prepare(`
    SELECT * FROM calls AS missed
    WHERE outcome = 'missed' AND seen = 0 AND NOT EXISTS (
      SELECT 1 FROM calls AS later
      WHERE later.caller = missed.caller AND later.id <> missed.id AND later.connected = 1
        AND later.direction <> 'spy'
        AND (later.ended_at IS NULL OR later.ended_at > missed.ended_at)
    )
    ORDER BY id DESC LIMIT ${MOST}
  `)
  const markAll = db.prepare(`UPDATE calls SET seen = 1 WHERE outcome = 'missed' AND seen = 0`)
  const mark = db.prepare('UPDATE calls SET seen = 1 WHERE extension = ? AND ivrid = ?')
  return {
    unseen: () => unseen.all().map(read),
    markSeen(keys) {
      if (keys === undefined) return void markAll.run()
      transaction(db, () => {
        for (const { extension, ivrid } of keys.map(splitKey)) mark.run(extension, ivrid)
      })
    },
  }
}
