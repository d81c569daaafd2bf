import type { DatabaseSync } from 'node:sqlite'
import { ringIdOf, ringOfId, type RingFacts, type RingOutcome, type RingRecord } from './ring-record.ts'
import { readRungs, rungsText } from './ring-rungs.ts'
import { integer, integerOrNull, oneOf, text, type Row } from '../database/row.ts'

export interface RingRecords {
  note(ringId: string, facts: RingFacts): void
  /** All of one call, newest first. */
  of(call: { readonly extension: string; readonly ivrid: string }): readonly RingRecord[]
  /** Those that started within the span, oldest first. */
  between(from: number, to: number): readonly RingRecord[]
}

/** The rows of the ring ledger. Recording is idempotent: a ring's id is its key. */
export function createRingRecords(db: DatabaseSync): RingRecords {
  const upsert = db.prepare(`
    INSERT INTO rings (
      ring_id, extension, ivrid, number,
      stamp, began_at, poll_sent_at, poll_answered_at, asked_at, outcome, reason, outcome_at, withdrawn_at, rungs
    ) VALUES (
      :ringId, :extension, :ivrid, :number,
      :stamp, :beganAt, :pollSentAt, :pollAnsweredAt, :requestedAt, :outcome, coalesce(:reason, ''), :outcomeAt, :withdrawnAt,
      coalesce(:rungs, '')
    )
    ON CONFLICT (ring_id) DO UPDATE SET
      stamp = coalesce(:stamp, stamp),
      began_at = coalesce(:beganAt, began_at),
      poll_sent_at = coalesce(:pollSentAt, poll_sent_at),
      poll_answered_at = coalesce(:pollAnsweredAt, poll_answered_at),
      asked_at = coalesce(:requestedAt, asked_at),
      outcome = coalesce(:outcome, outcome),
      reason = coalesce(:reason, reason),
      outcome_at = coalesce(:outcomeAt, outcome_at),
      withdrawn_at = coalesce(:withdrawnAt, withdrawn_at),
      rungs = coalesce(:rungs, rungs)
  `)
  const all = db.prepare('SELECT * FROM rings WHERE extension = ? AND ivrid = ? ORDER BY number DESC')
  const between = db.prepare('SELECT * FROM rings WHERE began_at >= ? AND began_at < ? ORDER BY began_at')
  return {
    note(ringId, facts) {
      const ring = ringOfId(ringId)
      if (ring !== null) upsert.run({ ringId, ...ring, ...asColumns(facts) }) // NULL for what is left out
    },
    of: ({ extension, ivrid }) => all.all(extension, ivrid).map(ringFrom),
    between: (from, to) => between.all(from, to).map(ringFrom),
  }
}

/** A clock may have fractions of a ms, and the table stores integers. */
const asColumns = ({ rungs, ...facts }: RingFacts): Record<string, string | number | null> => ({
  ...Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value) : value,
    ]),
  ),
  ...(rungs === undefined ? {} : { rungs: rungsText(rungs) }),
})

const OUTCOMES: readonly RingOutcome[] = [
  'shown',
  'refused',
  'failed',
  'unsupported',
  'no-answer',
  'paused',
  'off',
]

function ringFrom(row: Row): RingRecord {
  const call = `${text(row, 'extension')}/${text(row, 'ivrid')}`
  const number = integer(row, 'number')
  return {
    ringId: ringIdOf(call, number),
    call,
    number,
    stamp: integerOrNull(row, 'stamp'),
    beganAt: integerOrNull(row, 'began_at'),
    pollSentAt: integerOrNull(row, 'poll_sent_at'),
    pollAnsweredAt: integerOrNull(row, 'poll_answered_at'),
    requestedAt: integerOrNull(row, 'asked_at'),
    outcome: row['outcome'] === null ? null : oneOf(row, 'outcome', OUTCOMES, 'failed'),
    reason: text(row, 'reason'),
    outcomeAt: integerOrNull(row, 'outcome_at'),
    withdrawnAt: integerOrNull(row, 'withdrawn_at'),
    rungs: readRungs(text(row, 'rungs')),
  }
}
