import { createHmac } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { LoggedCall } from '../../call-log/logged-call.ts'
import { callerKey } from '../../phone/caller-key.ts'
import { integer, text } from '../../database/row.ts'
import { idsOf } from './same-call.ts'

/** What was deleted and must not come back. */
export interface Forgotten {
  /** A caller was forgotten, with their calls of these ids. */
  note(caller: string, ids: readonly string[], at: number): void
  /** True for a call from before its caller was forgotten, and for one of the ids deleted then, whatever the clock. */
  has(call: Pick<LoggedCall, 'phone' | 'ivrid' | 'otherIds' | 'startedAt'>): boolean
  /** True if one of these ids was deleted with its caller. */
  hasId(ids: readonly string[]): boolean
  /** What ended before then was deleted because of its age. */
  notePruned(before: number): void
  prunedBefore(): number
}

const CALLER_DIGITS = 6 // 24 bits: many numbers have the same hash, so that nobody can find out which one was meant
const ID_DIGITS = 32

/** Callers and ids are stored as salted hashes only. */
export function createForgotten(db: DatabaseSync): Forgotten {
  const removal = db.prepare('SELECT salt, pruned_before FROM removal')
  const prune = db.prepare('UPDATE removal SET pruned_before = max(pruned_before, ?)')
  const find = db.prepare('SELECT at FROM forgotten WHERE hash = ?')
  const note = db.prepare(
    'INSERT INTO forgotten (hash, at) VALUES (?, ?) ON CONFLICT (hash) DO UPDATE SET at = max(at, excluded.at)',
  )
  const salt = text(removal.get() ?? {}, 'salt')
  const hash = (value: string, digits: number): string =>
    createHmac('sha256', salt).update(value).digest('hex').slice(0, digits)
  const isBefore = (startedAt: number, hashed: string): boolean =>
    startedAt <= integer(find.get(hashed) ?? { at: -1 }, 'at')

  const hasId = (ids: readonly string[]): boolean =>
    ids.some((id) => find.get(hash(id, ID_DIGITS)) !== undefined)

  return {
    note(caller, ids, at) {
      note.run(hash(caller, CALLER_DIGITS), at)
      for (const id of ids) note.run(hash(id, ID_DIGITS), at)
    },
    has(call) {
      const caller = callerKey(call.phone)
      const isKnown = caller !== null && isBefore(call.startedAt, hash(caller, CALLER_DIGITS))
      return isKnown || hasId(idsOf(call))
    },
    hasId,
    notePruned: (before) => void prune.run(before),
    prunedBefore: () => integer(removal.get() ?? {}, 'pruned_before'),
  }
}
