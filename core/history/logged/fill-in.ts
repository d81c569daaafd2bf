import type { FilledIn } from '../../call-log/filled-in.ts'
import type { LoggedCall } from '../../call-log/logged-call.ts'
import type { CallRow } from '../call-rows.ts'
import { sqliteFault } from '../../database/sqlite-fault.ts'
import { storeAlone } from '../../database/store-alone.ts'
import { transaction } from '../../database/transaction.ts'
import type { HistoryCall } from '../history-call.ts'
import type { Journal } from '../journal.ts'
import type { JournalTables } from '../database/journal-tables.ts'
import { callerKey } from '../../phone/caller-key.ts'
import { retentionLimit } from '../retention.ts'
import { storableTime } from '../round-times.ts'
import { joinCourses, type LoggedCourse } from './join-logged.ts'
import { coursedMs } from './logged-ending.ts'
import type { LoggedRow } from './logged-rows.ts'
import { wasLoggedIn, type Login } from './logins.ts'
import { idsOf, isSameWay, SAME_START_MS, sameCall } from './same-call.ts'

/** A call before it was filled in; null for an added one. */
interface Was {
  readonly call: HistoryCall | null
  readonly log: LoggedRow | null
}

/** When the log was read, and since when it was read completely; infinite if that isn't known. Epoch ms. */
interface Reading {
  readonly at: number
  readonly from: number
}

/** The calls that are in question, by the rows where they are now. */
type Before = Map<number, Was>

/** When the person for whom the log is read had this call, which may be stored already; null if it isn't theirs. */
type LoginOf = (call: LoggedCall, found: CallRow | null) => Login | null

/**
 * Takes calls of the call log into the history, in one transaction: whatever their order, however they are split, and
 * however often they come, the history is the same afterwards. Calls that ended more than `retentionDays` ago are left
 * out.
 */
export function createFillIn(
  { db, rows, read, logged, only, settle, logins, search, forgotten }: JournalTables,
  retentionDays: () => number,
  log: (line: string) => void,
): Journal['fillIn'] {
  const rowOf = db.prepare('SELECT * FROM calls WHERE id = ?')

  function stored(id: number): HistoryCall | null {
    const row = rowOf.get(id)
    return row === undefined ? null : read(row)
  }

  function byId(extension: string, ivrid: string): CallRow | null {
    const other = logged.byOtherId(extension, ivrid)
    return rows.find(extension, ivrid) ?? (other === null ? null : rows.at(other))
  }

  function find(call: LoggedCall): CallRow | null {
    const { extension, ivrid, startedAt, direction } = call
    const named = idsOf(call).flatMap((id) => byId(extension, id) ?? [])
    if (named.length > 0) return named.find(({ polled }) => polled) ?? named[0] ?? null
    const caller = callerKey(call.phone)
    // Of callers who withhold their number, a call with an id can only be one without.
    const near =
      ivrid !== null && caller === null
        ? rows.unnamedNear(extension, startedAt, SAME_START_MS)
        : rows.near(extension, caller, startedAt, SAME_START_MS)
    const same = sameCall(call, near) ?? secondLeg(call)
    if (same !== null || idsOf(call).length > 0) return same
    // A call that rang several times may have a record of each ring, and polls may have seen only the last.
    const until = startedAt + Math.max(1, coursedMs(call))
    const during = rows.during(extension, caller, startedAt, until)
    const isOne = (row: CallRow): boolean => row.polled || row.startedAt <= startedAt
    return during.find((row) => isOne(row) && isSameWay(row.direction, direction)) ?? null
  }

  /** What polls saw of a call of which this is the first leg alone: the second one starts when the agent picks up. */
  function secondLeg({ firstLegAlone, ...call }: LoggedCall): CallRow | null {
    if (!firstLegAlone || call.outcome !== 'completed') return null
    const startedAt = call.startedAt + coursedMs(call)
    const near = rows.near(call.extension, callerKey(call.phone), startedAt, SAME_START_MS)
    return sameCall(
      { ...call, startedAt },
      near.filter(({ polled }) => polled),
    )
  }

  function added(call: LoggedCall, login: Login | null): CallRow | null {
    return login === null || forgotten.has(call) ? null : only.add(call, login.agent)
  }

  /** The row with this call; null if it isn't to be stored. What the log said before is corrected, whoever logged in since. */
  function rowFor(call: LoggedCall, loginOf: LoginOf, before: Before): CallRow | null {
    const found = find(call)
    const login = loginOf(call, found)
    const isTheirs = found !== null && (login !== null || logged.of(found.id) !== null)
    const row = found === null ? added(call, login) : isTheirs ? found : null
    if (row === null) return null
    if (!before.has(row.id))
      before.set(row.id, { call: found === null ? null : stored(row.id), log: logged.of(row.id) })
    return row
  }

  function fill(call: LoggedCall, loginOf: LoginOf, { at, from }: Reading, before: Before): void {
    const row = rowFor(call, loginOf, before)
    if (row === null) return
    const known = logged.of(row.id)
    const whole = call.ivrid !== null && !call.firstLegAlone
    if (known?.whole === true && !whole) return
    const course = known?.whole === whole ? courseAfter(known, call, { at, from }) : joinCourses(call, call)
    const { id, ivrid } = row.polled ? row : redrawn(row, call, course, before)
    const ids = [...idsOf(call), ...(row.named ? [row.ivrid] : [])]
    logged.store(id, { course, whole }, at)
    if (whole) absorb({ ...row, id, ivrid }, call, course, before)
    // Stored when its record had no id and the clock had been set: it seemed to be a later call.
    if (!row.polled && forgotten.hasId(idsOf(call))) return only.remove({ ...row, id, ivrid })
    const others = ids.filter((one) => one !== ivrid)
    logged.noteOtherIds(id, call.extension, others)
    settle(id)
  }

  /** Rows that the log had made of other parts of this call become part of it. */
  function absorb(row: CallRow, call: LoggedCall, course: LoggedCourse, before: Before): void {
    const { extension, startedAt } = call
    const lastsMs = coursedMs(course) + SAME_START_MS
    const caller = callerKey(call.phone)
    const legs = idsOf(call).flatMap((id) => byId(extension, id) ?? [])
    const rings = rows
      .unnamedNear(extension, startedAt - SAME_START_MS + lastsMs / 2, lastsMs / 2)
      .filter((one) => !one.named && one.caller === caller && isSameWay(one.direction, row.direction))
    for (const part of [...legs, ...rings]) {
      if (part.polled || part.id === row.id) continue
      only.absorb(row, part)
      before.delete(part.id)
    }
  }

  /** Polls never saw it: everything about it follows from the log. */
  function redrawn(row: CallRow, call: LoggedCall, course: LoggedCourse, before: Before): CallRow {
    const now = only.redraw(row, call, stored(row.id) ?? call, course)
    if (now.id !== row.id) {
      const was = before.get(row.id)
      if (was !== undefined) before.set(now.id, was)
      before.delete(row.id)
    }
    return now
  }

  /** `store`: stores one call. */
  function fillAll(
    calls: readonly LoggedCall[],
    reading: Reading,
    store: (work: () => void) => void,
  ): FilledIn {
    const { at } = reading
    const person = logins.person()
    const oldest = Math.max(forgotten.prunedBefore(), retentionLimit(at, retentionDays()))
    const mine = logins.between(oldest, at)
    const loginOf: LoginOf = (call, found) => {
      if (call.userId !== null && call.userId !== person) return null
      return mine.find((one) => wasLoggedIn(one, call.extension, timesOf(call, found))) ?? null
    }
    const before: Before = new Map()
    const work = (): void => {
      for (const call of calls)
        if (call.startedAt + coursedMs(call) >= oldest) store(() => fill(call, loginOf, reading, before))
    }
    transaction(db, () => {
      search.together(work)
      for (const [id, { log }] of before)
        if (!isSame(log?.course, logged.of(id)?.course)) logged.noteChange(id, at)
    })
    return changes(before, stored)
  }

  return (received, at, from = Infinity) => {
    const reading = { at, from }
    const calls = received.map(rounded)
    try {
      return fillAll(calls, reading, (work) => work())
    } catch (error) {
      if (sqliteFault(error) !== 'other') throw error
      // Slower by half, and so only if one of them can't be stored.
      return fillAll(calls, reading, (work) => storeAlone(db, log, work))
    }
  }
}

/** Both are read from the tables, with their fields in the same order. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * What is read later replaces what was read before, unless it begins later and the request may have reached only its last
 * part. What is read together is joined.
 */
function courseAfter({ course, readAt }: LoggedRow, call: LoggedCall, { at, from }: Reading): LoggedCourse {
  const isWhole = call.startedAt <= course.startedAt + SAME_START_MS || from <= course.startedAt
  return joinCourses(at > readAt && isWhole ? call : course, call)
}

/** A call that polls saw counts from when they saw it, too. */
const timesOf = (call: LoggedCall, found: CallRow | null): readonly number[] =>
  found?.polled === true ? [call.startedAt, found.firstSeenAt] : [call.startedAt]

/** The tables hold whole numbers. */
const rounded = (call: LoggedCall): LoggedCall => ({
  ...call,
  startedAt: storableTime(call.startedAt),
  ringSeconds: wholeSeconds(call.ringSeconds),
  talkSeconds: wholeSeconds(call.talkSeconds),
})

const MAX_SECONDS = 1_000_000 // eleven days

const wholeSeconds = (seconds: number | null): number | null =>
  seconds === null || Number.isNaN(seconds) ? null : Math.min(MAX_SECONDS, Math.max(0, Math.round(seconds)))

function changes(before: Before, stored: (id: number) => HistoryCall | null): FilledIn {
  const changed = [...before].flatMap(([id, was]) => {
    const now = stored(id)
    return now === null || isSame(now, was.call) ? [] : [{ was, now }]
  })
  return {
    added: changed.filter(({ was }) => was.call === null).map(({ now }) => now),
    corrected: changed.filter(({ was }) => was.call !== null).map(({ now }) => now),
    missed: changed.filter(({ was, now }) => isNewlyMissed(was, now)).map(({ now }) => now),
    removed: [...before].filter(([id, was]) => was.call !== null && stored(id) === null).length,
  }
}

/** A caller who was spoken to since needs no announcement. */
const isNewlyMissed = ({ call, log }: Was, now: HistoryCall): boolean =>
  now.outcome === 'missed' &&
  now.calledBack === undefined &&
  log?.wasMissed !== true &&
  call?.outcome !== 'missed'
