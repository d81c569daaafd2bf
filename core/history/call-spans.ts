import type { DatabaseSync } from 'node:sqlite'
import { PHASES, type PartKind, type PhaseKind } from './history-call.ts'
import { integer, integerOrNull, type Row } from '../database/row.ts'

/** A span that still lasts. */
export interface LastingPart<Kind extends PartKind> {
  readonly id: number
  readonly kind: Kind
  readonly from: number
}

export interface CallSpans {
  phase(call: number): LastingPart<PhaseKind> | null
  muted(call: number): LastingPart<'recording-muted'> | null
  /** When the last completed span ended; null when there is none. */
  lastEnd(call: number): number | null
  /** True when the call has had exactly one phase so far. */
  isFirst(call: number): boolean
  begin(call: number, kind: PartKind, from: number, to: number | null): void
  correct(part: LastingPart<PartKind>, from: number): void
  /** Ends it then, but not before it started. */
  end(part: LastingPart<PartKind>, to: number): void
  endAll(call: number, to: number): void
}

export function createCallSpans(db: DatabaseSync): CallSpans {
  const phase = db.prepare(
    `SELECT id, kind, from_at FROM parts WHERE call = ? AND to_at IS NULL AND kind <> 'recording-muted'`,
  )
  const muted = db.prepare(
    `SELECT id, kind, from_at FROM parts WHERE call = ? AND to_at IS NULL AND kind = 'recording-muted'`,
  )
  const phases = db.prepare(
    `SELECT count(*) AS count, max(to_at) AS last_end FROM parts WHERE call = ? AND kind <> 'recording-muted'`,
  )
  const begin = db.prepare('INSERT INTO parts (call, kind, from_at, to_at) VALUES (?, ?, ?, ?)')
  const correct = db.prepare('UPDATE parts SET from_at = ? WHERE id = ?')
  const end = db.prepare('UPDATE parts SET to_at = max(from_at, ?) WHERE id = ?')
  const endAll = db.prepare('UPDATE parts SET to_at = max(from_at, ?) WHERE call = ? AND to_at IS NULL')

  return {
    phase: (call) => lasting(phase.get(call), PHASES),
    muted: (call) => lasting(muted.get(call), ['recording-muted']),
    lastEnd: (call) => integerOrNull(phases.get(call) ?? {}, 'last_end'),
    isFirst: (call) => integer(phases.get(call) ?? {}, 'count') === 1,
    begin: (call, kind, from, to) => void begin.run(call, kind, from, to),
    correct: (part, from) => void correct.run(from, part.id),
    end: (part, to) => void end.run(to, part.id),
    endAll: (call, to) => void endAll.run(to, call),
  }
}

function lasting<Kind extends PartKind>(
  row: Row | undefined,
  kinds: readonly Kind[],
): LastingPart<Kind> | null {
  const kind = kinds.find((candidate) => candidate === row?.['kind'])
  if (row === undefined || kind === undefined) return null
  return { id: integer(row, 'id'), kind, from: integer(row, 'from_at') }
}
