import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { LoggedCall } from '../../call-log/logged-call.ts'
import { isPlacedHere } from '../../call-phase.ts'
import type { Call } from '../../domain.ts'
import { callerKey } from '../../phone/caller-key.ts'
import type { CallRow, CallRows } from '../call-rows.ts'
import type { CallSpans } from '../call-spans.ts'
import { joinParties, type LoggedCourse, type LoggedParty } from './join-logged.ts'
import type { LoggedRows } from './logged-rows.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { SAME_START_MS, sameCall } from './same-call.ts'

/** The rows of calls that only the call log knows. */
export interface LoggedOnly {
  /** `agent`: who was logged in. Without outcome and spans, until it is redrawn and settled. */
  add(call: LoggedCall, agent: string): CallRow
  /** Everything about it as the log now has it; `known`: as it was stored. Returns the row where it now is. */
  redraw(row: CallRow, call: LoggedCall, known: LoggedParty, course: LoggedCourse): CallRow
  /** Removes the row of a part of a call; what the agent wrote there, and what was done for it, is the call's from now on. */
  absorb(row: CallRow, part: CallRow): void
  /** Deletes the row of a call that turned out to be a forgotten one, with everything about it. */
  remove(row: CallRow): void
  /** The row of a call that a poll shows; null for a new one. From now on, polls decide about it. */
  meet(call: Call, agent: string, at: number): CallRow | null
}

export function createLoggedOnly(
  db: DatabaseSync,
  rows: CallRows,
  parts: CallSpans,
  logged: LoggedRows,
  search: SearchIndex,
): LoggedOnly {
  const mark = db.prepare('UPDATE calls SET polled = 0, named = ? WHERE id = ?')
  const rename = db.prepare('UPDATE calls SET ivrid = ?, named = 1 WHERE id = ?')
  const renameFired = db.prepare('UPDATE OR REPLACE fired SET ivrid = ? WHERE extension = ? AND ivrid = ?')
  const describe = db.prepare(
    'UPDATE calls SET direction = ?, transferred_from = ?, first_seen_at = ? WHERE id = ?',
  )
  const inherit = db.prepare(`
    UPDATE calls SET note = iif(calls.note = '', part.note, calls.note),
      label = iif(calls.label = '', part.label, calls.label)
    FROM calls AS part WHERE part.id = ? AND calls.id = ?
  `)
  const inheritDismissal = db.prepare(`
    UPDATE logged SET dismissed = 1
    FROM calls AS part WHERE part.id = ? AND part.outcome = 'missed' AND NOT part.listed AND logged.call = ?
  `)
  const remove = db.prepare('DELETE FROM calls WHERE id = ?')
  const removeFired = db.prepare('DELETE FROM fired WHERE extension = ? AND ivrid = ?')
  const removeSpans = db.prepare('DELETE FROM parts WHERE call = ?')
  const see = db.prepare(`
    UPDATE calls SET polled = 1, agent = ?, first_seen_at = ?, unseen_answer = ?, direction = ?,
      answered_at = NULL, connected = 0, transferred_from = NULL, did_kind = NULL, did_received = NULL,
      did_national = NULL, did_international = NULL, did_e164 = NULL
    WHERE id = ?
  `)

  function named(row: CallRow, ivrid: string | null): CallRow {
    if (ivrid === null || (row.named && row.ivrid <= ivrid)) return row
    rename.run(ivrid, row.id)
    renameFired.run(ivrid, row.extension, row.ivrid)
    return { ...row, ivrid, named: true }
  }

  const movedTo = (startedAt: number, row: CallRow): CallRow =>
    startedAt === row.startedAt ? row : rows.move(row, startedAt)

  /** For a call without id: always the same, as a note on it may have to be stored once more (docs/adr/0010). */
  function madeUpId({ extension, phone, direction, startedAt }: LoggedCall): string {
    const what = `${startedAt} ${direction} ${callerKey(phone) ?? ''}`
    const id = `~${createHash('sha256').update(what).digest('hex').slice(0, 16)}`
    const isTaken = (name: string): boolean => rows.find(extension, name) !== null
    for (let count = 1; ; count++) {
      const name = count === 1 ? id : `${id}-${count}`
      if (!isTaken(name)) return name
    }
  }

  return {
    add(call, agent) {
      const ivrid = call.ivrid ?? madeUpId(call)
      const unseen = { ...call, ivrid, name: '', connected: false, rangHere: true }
      const row = rows.insert(unseen, agent, call.startedAt)
      mark.run(Number(call.ivrid !== null), row.id)
      return { ...row, polled: false, named: call.ivrid !== null }
    },
    redraw(row, call, known, course) {
      const { startedAt } = course
      const party = joinParties(known, call)
      const now = movedTo(startedAt, named(row, call.ivrid))
      if (party.phone !== known.phone || party.did !== known.did)
        rows.identify(now.id, { ...party, name: '' })
      describe.run(party.direction, party.transferredFrom, startedAt, now.id)
      removeSpans.run(now.id)
      const answeredAt = startedAt + (course.ringSeconds ?? 0) * 1_000
      const isOurs = course.outcome === 'completed' && course.answeredBy === ''
      const endedAt = answeredAt + (isOurs ? (course.talkSeconds ?? 0) * 1_000 : 0)
      const kind = isPlacedHere(party.direction) ? 'dialed' : 'rang'
      if (startedAt < answeredAt) parts.begin(now.id, kind, startedAt, answeredAt)
      if (answeredAt < endedAt) parts.begin(now.id, 'talked', answeredAt, endedAt)
      return now
    },
    absorb(row, part) {
      inherit.run(part.id, row.id)
      inheritDismissal.run(part.id, row.id)
      renameFired.run(row.ivrid, part.extension, part.ivrid)
      remove.run(part.id)
      search.remove(part.id)
      search.refresh(row.id)
    },
    remove({ id, extension, ivrid }) {
      remove.run(id)
      removeFired.run(extension, ivrid)
      search.remove(id)
    },
    meet(call, agent, at) {
      const { extension, ivrid, startedAt, direction, connected, rangHere } = call
      const found =
        rows.find(extension, ivrid) ?? sameCall(call, rows.unnamedNear(extension, startedAt, SAME_START_MS))
      if (found !== null && found.polled && found.endedAt !== null) logged.withdraw(found.id)
      if (found === null || found.polled) return found
      const known = named(found, ivrid)
      removeSpans.run(known.id)
      see.run(agent, at, Number(connected && !rangHere), direction, known.id)
      logged.withdraw(known.id)
      const now = movedTo(startedAt, known)
      // What the log says about the caller doesn't count any more.
      const unknown = { received: '', didReceived: '', name: '', answeredAt: null, connected: false }
      return { ...now, ...unknown, polled: true, firstSeenAt: at, endedAt: null }
    },
  }
}
