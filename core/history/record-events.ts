import type { Call, CallEvent } from '../domain.ts'
import { createCallPhases } from './call-phases.ts'
import type { CallRow, RowEnding } from './call-rows.ts'
import type { JournalTables } from './database/journal-tables.ts'
import type { WatchChange } from './watch-change.ts'
import { storeAlone } from '../database/store-alone.ts'
import { transaction } from '../database/transaction.ts'

/**
 * Stores the result of a step of watching, in one transaction; a call that can't be stored doesn't affect the others. It
 * goes by the current calls and takes from the events only what the calls can't show (how one ended, what was new), so
 * that a repeated step, a new session and a restart all produce the same rows.
 */
export function createRecorder(
  tables: JournalTables,
  log: (line: string) => void,
): (change: WatchChange, at: number) => void {
  const { db, rows, parts, mutes, heartbeat, blindSpots, logins, only, settle } = tables
  const seePhase = createCallPhases(tables)

  function see(
    call: Call,
    agent: string,
    at: number,
    lastGoodAt: number | null,
    callEvents: readonly CallEvent[],
  ): CallRow {
    const found = only.meet(call, agent, at) ?? rows.insert(call, agent, at)
    rows.update(found, call)
    const rings = callEvents.filter((event) => event.type === 'ringing')
    const again = rings.some((event) => event.again === true)
    const answered = callEvents.some((event) => event.type === 'answered')
    const row = seePhase(found, { call, at, lastGoodAt, rings: rings.length > 0, again, answered })
    seeMuting(row, call, at)
    return row
  }

  function seeMuting(row: CallRow, call: Call, at: number): void {
    const lasting = parts.muted(row.id)
    if (call.mutedSince === null && lasting !== null) parts.end(lasting, at)
    if (call.mutedSince === null || lasting !== null) return
    parts.begin(row.id, 'recording-muted', Math.min(at, Math.max(call.mutedSince, row.endedAt ?? 0)), null)
  }

  function close(row: CallRow, ending: RowEnding): void {
    const { at, endSeen } = ending
    parts.endAll(row.id, at)
    mutes.close(row.id, at, endSeen)
    rows.close(row, ending)
    settle(row.id)
  }

  /** `blind`: its end wasn't seen; it ended at some time after it was last seen, and is stored as ended then. */
  function end(
    event: Extract<CallEvent, { type: 'ended' }>,
    agent: string,
    lastGoodAt: number | null,
    blind: WatchChange['blind'],
  ): void {
    const { call, at, outcome, answeredBy, transferredTo } = event
    const row = rows.find(call.extension, call.ivrid) ?? see(call, agent, lastGoodAt ?? at, lastGoodAt, [])
    if (row.endedAt !== null) return
    const endedAt = blind === undefined ? at : Math.min(at, Math.max(row.firstSeenAt, blind.from))
    close(row, { at: endedAt, outcome, endSeen: blind === undefined, answeredBy, transferredTo })
  }

  /** Calls that were live when watching was interrupted, and whose end wasn't seen. */
  function closeLost(present: ReadonlySet<string>, lastSeenAt: number): void {
    for (const row of rows.live()) {
      if (present.has(`${row.extension}/${row.ivrid}`)) continue
      const at = Math.max(row.firstSeenAt, lastSeenAt)
      close(row, { at, outcome: row.connected ? 'completed' : 'unknown', endSeen: false })
    }
  }

  function store({ state, events, blind }: WatchChange, goodAt: number, at: number): void {
    const agent = state.agent?.name ?? ''
    const extension = state.agent?.extension ?? ''
    const last = heartbeat.read()
    const lastGoodAt = last?.extension === extension ? last.lastGoodAt : null
    for (const event of events)
      if (event.type === 'ended') storeAlone(db, log, () => end(event, agent, lastGoodAt, blind))
    closeLost(new Set(state.calls.map((call) => call.key)), last?.lastGoodAt ?? 0)
    for (const call of state.calls) {
      const callEvents = events.filter((event) => event.call.key === call.key)
      storeAlone(db, log, () => void see(call, agent, goodAt, lastGoodAt, callEvents))
    }
    logins.see(state.agent, goodAt, last?.lastGoodAt ?? null)
    heartbeat.beat(at, goodAt, extension)
    blindSpots.close(goodAt)
  }

  return (change, at) => {
    const { connection, lastGoodAt } = change.state
    if (connection.kind !== 'live' || lastGoodAt === null) return heartbeat.beat(at, null, null)
    transaction(db, () => store(change, lastGoodAt, at))
  }
}
