import type { DatabaseSync } from 'node:sqlite'
import { DAY_MS } from '../clock.ts'
import type { Call, Direction } from '../domain.ts'
import { callerKey } from '../phone/caller-key.ts'
import { customDataColumn } from './database/custom-data-column.ts'
import { DIRECTIONS, type HistoryOutcome } from './history-call.ts'
import { phoneColumns } from './phone-columns.ts'
import { flag, integer, integerOrNull, oneOf, text, textOrNull, type Row } from '../database/row.ts'
import type { SearchIndex } from './search/search-index.ts'

/** A row of `calls` as far as recording needs it. */
export interface CallRow {
  readonly id: number
  readonly extension: string
  readonly ivrid: string
  readonly startedAt: number
  readonly firstSeenAt: number
  readonly answeredAt: number | null
  /** Null while the call is live. */
  readonly endedAt: number | null
  readonly connected: boolean
  readonly received: string
  readonly didReceived: string
  readonly name: string
  /** As `callerKey` names the caller; null if unknown. */
  readonly caller: string | null
  readonly direction: Direction
  /** False: only the call log knows it. */
  readonly polled: boolean
  /** False: its id isn't known, and `ivrid` is made up. */
  readonly named: boolean
}

/** Who is on the other side, and which number was dialled. */
type Party = Pick<Call, 'phone' | 'did' | 'name'>

/** What is known about a call when it is added. */
type NewCall = Party &
  Pick<Call, 'extension' | 'ivrid' | 'direction' | 'startedAt' | 'connected' | 'rangHere'>

export interface CallRows {
  at(id: number): CallRow | null
  find(extension: string, ivrid: string): CallRow | null
  /** Some calls of this caller (null: unknown) on an extension that started at most so many ms before or after. */
  near(extension: string, caller: string | null, startedAt: number, ms: number): readonly CallRow[]
  /** Likewise those without an id. */
  unnamedNear(extension: string, startedAt: number, ms: number): readonly CallRow[]
  /** This caller's last calls with an id that started before `until`, and weren't over at `from`. */
  during(extension: string, caller: string | null, from: number, until: number): readonly CallRow[]
  /** The calls that haven't ended, of every extension. */
  live(): readonly CallRow[]
  /** Adds a call, first seen `at`. `agent`: who was logged in. */
  insert(call: NewCall, agent: string, at: number): CallRow
  /** Updates what can change during a call. Reopens the row when it had ended. */
  update(row: CallRow, call: Call): void
  /** Stores who is on the other side. A missing dialled number doesn't remove the stored one. */
  identify(id: number, party: Party): void
  /** Corrects when the call started, and with it the call's position. Returns the row at its new position. */
  move(row: CallRow, startedAt: number): CallRow
  correctAnswer(row: CallRow, answeredAt: number): void
  close(row: CallRow, ending: RowEnding): void
}

/** How a call ended. */
export interface RowEnding {
  readonly at: number
  readonly outcome: HistoryOutcome
  readonly endSeen: boolean
  /** The colleague who took a call that rang here. */
  readonly answeredBy?: string | undefined
  /** The colleague to whom it was transferred. */
  readonly transferredTo?: string | undefined
}

const PLACES_PER_MS = 1000 // far more calls than start in one millisecond

const MAX_NEAR = 100 // no phone has that many calls in a few seconds

const COLUMNS = `id, extension, ivrid, started_at, first_seen_at, answered_at, ended_at, connected,
  phone_received, did_received, name, caller, direction, polled, named`

/** `customKeys`: which custom data of calls is stored. */
export function createCallRows(
  db: DatabaseSync,
  search: SearchIndex,
  customKeys: () => ReadonlySet<string>,
): CallRows {
  const find = db.prepare(`SELECT ${COLUMNS} FROM calls WHERE extension = ? AND ivrid = ?`)
  const at = db.prepare(`SELECT ${COLUMNS} FROM calls WHERE id = ?`)
  const near = db.prepare(
    `SELECT ${COLUMNS} FROM calls WHERE extension = ? AND id BETWEEN ? AND ? AND caller IS ? LIMIT ${MAX_NEAR}`,
  )
  const unnamedNear = db.prepare(
    `SELECT ${COLUMNS} FROM calls INDEXED BY calls_unnamed
    WHERE extension = ? AND id BETWEEN ? AND ? AND named = 0 LIMIT ${MAX_NEAR}`,
  )
  const during = db.prepare(
    `SELECT ${COLUMNS} FROM calls WHERE caller IS ? AND id BETWEEN ? AND ? AND extension = ? AND named = 1
    AND (ended_at IS NULL OR ended_at >= ?) ORDER BY id DESC LIMIT 2`,
  )
  const live = db.prepare(
    `SELECT ${COLUMNS} FROM calls INDEXED BY calls_live WHERE ended_at IS NULL ORDER BY id`,
  )
  const taken = db.prepare('SELECT max(id) AS id FROM calls WHERE id BETWEEN ? AND ?')
  const isTaken = db.prepare('SELECT 1 FROM calls WHERE id = ?')
  const insert = db.prepare(`
    INSERT INTO calls (id, extension, ivrid, agent, name, direction, started_at, first_seen_at, unseen_answer)
    VALUES (:id, :extension, :ivrid, :agent, '', :direction, :startedAt, :seenAt, :unseenAnswer)
  `)
  const identify = db.prepare(`
    UPDATE calls SET
      caller = :caller, name = :name,
      phone_kind = :phone_kind, phone_received = :phone_received, phone_national = :phone_national,
      phone_international = :phone_international, phone_e164 = :phone_e164,
      did_kind = iif(:did_kind IS NULL, did_kind, :did_kind),
      did_received = iif(:did_kind IS NULL, did_received, :did_received),
      did_national = iif(:did_kind IS NULL, did_national, :did_national),
      did_international = iif(:did_kind IS NULL, did_international, :did_international),
      did_e164 = iif(:did_kind IS NULL, did_e164, :did_e164)
    WHERE id = :id
  `)
  const update = db.prepare(`
    UPDATE calls SET
      answered_at = coalesce(answered_at, :answeredAt),
      ended_at = NULL, outcome = NULL, end_seen = 1, seen = 1, listed = 0, answered_by = NULL, transferred_to = NULL,
      direction = iif(:direction = 'unknown', direction, :direction),
      connected = max(connected, :connected),
      muted = max(muted, :muted),
      transferred_from = coalesce(:transferredFrom, transferred_from),
      recording_file = CASE :recordingFile WHEN '' THEN recording_file ELSE :recordingFile END,
      recording = CASE :recording WHEN 'unknown' THEN recording ELSE :recording END,
      waited_queue = coalesce(waited_queue, :waitedQueue),
      waited_seconds = coalesce(waited_seconds, :waitedSeconds),
      custom_data = CASE WHEN :customData IS NULL THEN custom_data
        ELSE json_patch(iif(json_valid(custom_data), custom_data, '{}'), :customData) END
    WHERE id = :id
  `)
  const move = db.prepare('UPDATE calls SET id = ?, started_at = ? WHERE id = ?')
  const correctAnswer = db.prepare('UPDATE calls SET answered_at = ? WHERE id = ?')
  const close = db.prepare(
    `UPDATE calls SET ended_at = :at, outcome = :outcome, end_seen = :endSeen, answered_by = :answeredBy,
      transferred_to = :transferredTo, seen = :outcome <> 'missed', listed = :outcome = 'missed' WHERE id = :id`,
  )

  /** The last one, since thousands may start in the same ms. */
  let given = { startedAt: -1, position: 0 }

  function freeRowId(startedAt: number): number {
    const first = startedAt * PLACES_PER_MS
    const last = integerOrNull(taken.get(first, first + PLACES_PER_MS - 1) ?? {}, 'id')
    let position = last === null ? first : last + 1
    if (given.startedAt === startedAt) position = Math.max(position, given.position + 1)
    while (isTaken.get(position) !== undefined) position += 1 // the calls of one ms have spread into the next
    given = { startedAt, position }
    return position
  }

  const rowOf = (row: Row | undefined): CallRow | null => (row === undefined ? null : callRow(row))

  function identifyAs(id: number, { phone, did, name }: Party): void {
    const caller = callerKey(phone)
    identify.run({ id, caller, name, ...phoneColumns('phone', phone), ...phoneColumns('did', did) })
    search.refresh(id)
  }

  return {
    at: (id) => rowOf(at.get(id)),
    find: (extension, ivrid) => rowOf(find.get(extension, ivrid)),
    near: (extension, caller, startedAt, ms) =>
      near.all(extension, ...positions(startedAt, ms), caller).map(callRow),
    unnamedNear: (extension, startedAt, ms) =>
      unnamedNear.all(extension, ...positions(startedAt, ms)).map(callRow),
    during(extension, caller, from, until) {
      const first = Math.max(0, (from - DAY_MS) * PLACES_PER_MS) // no call lasts longer
      return during.all(caller, first, until * PLACES_PER_MS - 1, extension, from).map(callRow)
    },
    live: () => live.all().map(callRow),
    insert(call, agent, seenAt) {
      const { extension, ivrid, startedAt, direction } = call
      const id = freeRowId(startedAt)
      const unseenAnswer = Number(call.connected && !call.rangHere)
      insert.run({ id, extension, ivrid, agent, direction, startedAt, seenAt, unseenAnswer })
      identifyAs(id, call)
      return callRow(at.get(id) ?? {})
    },
    update(row, call) {
      if (tellsMore(row, call)) identifyAs(row.id, call)
      update.run({
        id: row.id,
        answeredAt: call.answeredAt,
        direction: call.direction,
        connected: Number(call.connected),
        muted: Number(call.mutedSince !== null),
        transferredFrom: call.transferredFrom,
        recordingFile: call.recording.fileName,
        recording: call.recording.state,
        waitedQueue: call.waited?.queue ?? null,
        waitedSeconds: call.waited?.seconds ?? null,
        customData: customDataColumn(call.customData, customKeys),
      })
    },
    identify: identifyAs,
    move(row, startedAt) {
      const id = freeRowId(startedAt)
      move.run(id, startedAt, row.id)
      search.move(row.id, id)
      return { ...row, id, startedAt }
    },
    correctAnswer: (row, answeredAt) => void correctAnswer.run(answeredAt, row.id),
    close({ id }, { at, outcome, endSeen, answeredBy = '', transferredTo = '' }) {
      const names = { answeredBy: answeredBy || null, transferredTo: transferredTo || null }
      close.run({ id, at, outcome, endSeen: Number(endSeen), ...names })
      if (answeredBy !== '') search.refresh(id)
    },
  }
}

/** The positions of the calls that started at most so many ms before or after. */
const positions = (startedAt: number, ms: number): readonly [number, number] => [
  Math.max(0, startedAt - ms) * PLACES_PER_MS,
  (startedAt + ms + 1) * PLACES_PER_MS - 1,
]

/** True when the caller's name or number, or the dialled number, changed; a missing one doesn't remove the stored one. */
function tellsMore(row: CallRow, { phone, name, did }: Call): boolean {
  const lost = (phone.kind === 'withheld' && row.received !== '') || (name === '' && row.name !== '')
  const isOther = phone.received !== row.received || name !== row.name
  return !lost && (isOther || (did !== null && did.received !== row.didReceived))
}

const callRow = (row: Row): CallRow => ({
  id: integer(row, 'id'),
  extension: text(row, 'extension'),
  ivrid: text(row, 'ivrid'),
  startedAt: integer(row, 'started_at'),
  firstSeenAt: integer(row, 'first_seen_at'),
  answeredAt: integerOrNull(row, 'answered_at'),
  endedAt: integerOrNull(row, 'ended_at'),
  connected: flag(row, 'connected'),
  received: text(row, 'phone_received'),
  didReceived: text(row, 'did_received'),
  name: text(row, 'name'),
  caller: textOrNull(row, 'caller'),
  direction: oneOf(row, 'direction', DIRECTIONS, 'unknown'),
  polled: flag(row, 'polled'),
  named: flag(row, 'named'),
})
