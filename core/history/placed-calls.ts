import type { DatabaseSync } from 'node:sqlite'
import { integer, text, textOrNull } from '../database/row.ts'
import type { PlacedCall, StoredDial } from './placed-call.ts'
import { storableTime } from './round-times.ts'

export interface PlacedCalls {
  wasDialled(id: string): boolean
  /** Permanent once it returns. Throws if there already is one with this id. */
  noteDial(dial: PlacedCall): void
  noteDialledCall(id: string, callId: string): void
  concludeDial(id: string): void
  dialsSince(at: number): readonly StoredDial[]
}

export function createPlacedCalls(db: DatabaseSync): PlacedCalls {
  const was = db.prepare('SELECT 1 FROM dials WHERE id = ?')
  const note = db.prepare('INSERT INTO dials (id, extension, target, sent_at) VALUES (?, ?, ?, ?)')
  const noteCall = db.prepare('UPDATE dials SET call_id = ? WHERE id = ?')
  const conclude = db.prepare('UPDATE dials SET concluded = 1 WHERE id = ?')
  const since = db.prepare('SELECT * FROM dials WHERE sent_at >= ? ORDER BY sent_at')
  return {
    wasDialled: (id) => was.get(id) !== undefined,
    noteDial: ({ id, extension, target, sentAt }) =>
      void note.run(id, extension, target, storableTime(sentAt)),
    noteDialledCall: (id, callId) => void noteCall.run(callId, id),
    concludeDial: (id) => void conclude.run(id),
    dialsSince: (at) =>
      since.all(storableTime(at)).map((row) => ({
        id: text(row, 'id'),
        extension: text(row, 'extension'),
        target: text(row, 'target'),
        sentAt: integer(row, 'sent_at'),
        callId: textOrNull(row, 'call_id'),
        concluded: integer(row, 'concluded') === 1,
      })),
  }
}
