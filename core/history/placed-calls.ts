import type { DatabaseSync } from 'node:sqlite'
import { integer, text, textOrNull } from '../database/row.ts'
import { storableTime } from './round-times.ts'

/** A call placed from here. `id`: the click's; `target`: the form that is sent; `sentAt`: epoch ms. */
interface PlacedCall {
  readonly id: string
  readonly extension: string
  readonly target: string
  readonly sentAt: number
}

/** A placed call as stored. `concluded`: its outcome is known. */
interface StoredDial extends PlacedCall {
  readonly callId: string | null
  readonly concluded: boolean
}

export interface PlacedCalls {
  /** True if a call was placed for this click, in this run or an earlier one. Throws if that can't be read. */
  wasDialled(id: string): boolean
  /** Stores that a call is placed: permanent once it returns. Throws if it can't be stored, or there is one with this id. */
  noteDial(dial: PlacedCall): void
  /** Adds the id that the API assigned to a placed call. */
  noteDialledCall(id: string, callId: string): void
  /** Records that its outcome is known. */
  concludeDial(id: string): void
  /** Calls placed since then, oldest first. */
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
