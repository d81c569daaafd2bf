import { reportedPhase } from '../call-phase.ts'
import type { Call } from '../domain.ts'
import type { CallRow } from './call-rows.ts'
import type { PhaseKind } from './history-call.ts'
import type { LastingPart } from './call-spans.ts'
import type { JournalTables } from './database/journal-tables.ts'
import { ringIdOf } from '../report/ring-record.ts'
import { isSameRing } from '../report/same-ring.ts'
import { isSameStamp } from '../clock/same-stamp.ts'

/** What one good response says about one call. */
export interface Sighting {
  readonly call: Call
  readonly at: number
  /** The previous good response about this extension; null when there was none. */
  readonly lastGoodAt: number | null
  /** The session reports a ring: it wasn't ringing before, or the session is new. */
  readonly rings: boolean
  /** The ring is a new one, although it has the stamp of an earlier one. */
  readonly again: boolean
  readonly answered: boolean
}

/** Stores the phases of a call as consecutive spans; returns its row. */
export function createCallPhases({
  rows,
  parts,
  rings,
}: JournalTables): (row: CallRow, sighting: Sighting) => CallRow {
  function see(row: CallRow, sighting: Sighting): CallRow {
    const kind = phaseKind(sighting.call)
    const lasting = parts.phase(row.id)
    if (lasting?.kind === kind && !isNewRing(row, lasting, sighting)) {
      return correctStamps(row, lasting, sighting)
    }
    if (lasting !== null || kind !== null) change(row, lasting, kind, sighting)
    return row
  }

  function change(
    row: CallRow,
    lasting: LastingPart<PhaseKind> | null,
    kind: PhaseKind | null,
    sighting: Sighting,
  ): void {
    const { call, at, lastGoodAt, answered } = sighting
    // The state in the last response lasted at least until then, whatever a stamp says.
    const earliest = Math.min(at, Math.max(lastGoodAt ?? 0, lasting?.from ?? 0, parts.lastEnd(row.id) ?? 0))
    const since = within(beganAt(call, at), earliest, at)
    const talkedFrom = kind === 'held' && answered ? within(call.answeredAt ?? since, earliest, since) : since
    // A ring after a ring: the first one ended at some unknown time after it was last seen.
    const over = lasting?.kind === kind ? (lastGoodAt ?? talkedFrom) : talkedFrom
    if (lasting !== null) parts.end(lasting, over)
    if (talkedFrom < since && lasting?.kind !== 'talked') parts.begin(row.id, 'talked', talkedFrom, since)
    if (kind !== null) parts.begin(row.id, kind, since, null)
    if (kind === 'rang') noteRing(row, since, sighting)
  }

  function isNewRing(row: CallRow, lasting: LastingPart<PhaseKind>, sighting: Sighting): boolean {
    const { call, at, lastGoodAt } = sighting
    if (lasting.kind !== 'rang' || !sighting.rings) return false
    if (sighting.again) return true
    const stamp = rings.of(row)[0]?.stamp ?? null
    const same = isSameStamp(stamp, call.startedApiSeconds)
    return !(same ?? isSameRing(lastGoodAt ?? lasting.from, call.startedAt, at))
  }

  /** A call has fewer rings than ringing spans when the same ring shows up again. */
  function noteRing(row: CallRow, beganAt: number, { call, again, at }: Sighting): void {
    const stamp = call.startedApiSeconds
    const before = rings.of(row)
    // Any of them: a repeated older response shows a ring that was over before the newest one started.
    if (!again && before.some((ring) => isSameStamp(ring.stamp, stamp) === true)) return
    const ringId = ringIdOf(call.key, (before[0]?.number ?? 0) + 1)
    rings.note(ringId, { stamp, beganAt, pollAnsweredAt: at })
  }

  /** The account's clock was misread at first: what started with an API stamp moves with it. */
  function correctStamps(row: CallRow, lasting: LastingPart<PhaseKind>, { call }: Sighting): CallRow {
    if (row.endedAt !== null || !parts.isFirst(row.id)) return row
    if (
      lasting.kind === 'talked' &&
      call.answeredAt !== null &&
      corrects(row, row.answeredAt, call.answeredAt)
    ) {
      if (lasting.from === row.answeredAt) parts.correct(lasting, call.answeredAt)
      rows.correctAnswer(row, call.answeredAt)
    }
    if (!corrects(row, row.startedAt, call.startedAt)) return row
    if (lasting.kind !== 'talked' && lasting.from === row.startedAt) parts.correct(lasting, call.startedAt)
    return rows.move(row, call.startedAt)
  }

  return see
}

const MIN_CORRECTION_MS = 1_000 // stamps have a resolution of one second

/** Nothing can have started after it was first seen, although a new session without a stamp assumes so. */
const corrects = (row: CallRow, before: number | null, now: number): boolean =>
  before !== null && Math.abs(now - before) >= MIN_CORRECTION_MS && now <= row.firstSeenAt

/** A call with an undocumented status may be answered while the status stays the same. */
function beganAt({ phase, answered, phaseSince, answeredAt }: Call, at: number): number {
  if (phase !== 'other') return phaseSince
  return answered ? Math.max(phaseSince, answeredAt ?? 0) : at
}

/** An undocumented status interrupts a span and doesn't end it. */
function phaseKind(call: Call): PhaseKind | null {
  const phase = reportedPhase(call)
  if (phase === 'other') return call.answered ? 'talked' : null
  return KINDS[phase]
}

const KINDS = { ringing: 'rang', dialing: 'dialed', talking: 'talked', held: 'held' } as const

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
