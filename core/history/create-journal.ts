import type { DatabaseSync } from 'node:sqlite'
import { createCrmCallers } from '../callers/crm-callers.ts'
import { splitKey } from './call-key.ts'
import { createStoryReader } from './caller-story.ts'
import { createFiredMarks } from './fired-marks.ts'
import { createHistoryQuery } from './history-query.ts'
import type { Heartbeat, Journal } from './journal.ts'
import { createCheckpoints } from './database/checkpoints.ts'
import { openTables } from './database/journal-tables.ts'
import { createMissedCalls } from './attention/missed-calls.ts'
import { createStoredWarnings } from './attention/stored-warnings.ts'
import { createPlacedCalls } from './placed-calls.ts'
import { createRecorder } from './record-events.ts'
import { createDayCoverage } from './logged/day-coverage.ts'
import { createFillIn } from './logged/fill-in.ts'
import { createLoggedSpans } from './logged/logged-spans.ts'
import { createUnresolvedCalls } from './logged/unresolved-calls.ts'
import { createNotes } from './notes.ts'
import { createRemoval, type Removal } from './removal.ts'
import { createDayReader } from '../report/day-spans.ts'
import { watchingReport } from '../report/watching-report.ts'
import { roundTimes, storableTime, storableTimeOrNull } from './round-times.ts'

const BEAT_MS = 1_000 // how much a crash may lose; writing more often would only wear the disk

/** A journal that throws SQLite's errors: openJournal catches them. */
export interface BareJournal extends Omit<Journal, 'trouble' | 'retry' | 'forgetCaller'> {
  forgetCaller: Removal['forgetCaller']
  scrub: Removal['scrub']
  /** The program starts: the time since it last ran is a blind spot. Call once, before anything else. */
  begin(now: number): void
}

export interface CreateJournalParts {
  /** The keys of custom data to store: those that are used somewhere. */
  readonly customKeys: () => ReadonlySet<string>
  /** For how many days calls are stored. */
  readonly retentionDays: () => number
  /** Lines for a technician: what failed, never stored data. */
  readonly log: (line: string) => void
}

/** The journal in an open and migrated database, with prepared statements. Changes nothing in it. */
export function createJournal(
  db: DatabaseSync,
  { customKeys, retentionDays, log }: CreateJournalParts,
): BareJournal {
  const tables = openTables(db, customKeys)
  const { search, read, rings, heartbeat, mutes, blindSpots, logins, forgotten } = tables
  const record = createRecorder(tables, log)
  const loggedSpans = createLoggedSpans(db, logins, blindSpots)
  const oneCall = db.prepare('SELECT * FROM calls WHERE extension = :extension AND ivrid = :ivrid')
  let beatAt = -Infinity
  const checkpoint = createCheckpoints(db)

  function beat({ at, lastGoodAt }: Heartbeat): void {
    // A clock that was set back must not stop it.
    if (Math.abs(at - beatAt) < BEAT_MS) return
    beatAt = at
    const goodAt = storableTimeOrNull(lastGoodAt)
    heartbeat.beat(storableTime(at), goodAt, null)
    if (goodAt !== null) blindSpots.close(goodAt)
    checkpoint(at)
  }

  const ringOf: Journal['ringOf'] = (key) => rings.of(splitKey(key))[0] ?? null

  return {
    begin(now) {
      const last = heartbeat.read()
      if (last !== null) blindSpots.openNotRunning(last, storableTime(now))
    },
    record(change, came) {
      const at = storableTime(came)
      record(roundTimes(change, at), at)
    },
    beat,
    ringOf,
    wasAlerted: (key) => (ringOf(key)?.requestedAt ?? null) !== null,
    noteRing: rings.note,
    watchingReport: (from, to) => watchingReport(rings.between(from, to), blindSpots.between(from, to)),
    daySpans: createDayReader(db),
    openBlindSpot: (from, why) => blindSpots.open(storableTime(from), why),
    closeBlindSpot: (to) => blindSpots.close(storableTime(to)),
    history: createHistoryQuery(db, read),
    call(key) {
      const row = oneCall.get(splitKey(key))
      return row === undefined ? null : read(row)
    },
    callerStory: createStoryReader(db, read),
    ...createMissedCalls(db, read),
    ...createStoredWarnings(db),
    ...createNotes(db, search),
    keepMutedSpan: mutes.keep,
    ...createFiredMarks(db),
    ...createCrmCallers(db, search),
    ...createPlacedCalls(db),
    ...createRemoval(db, search, forgotten),
    fillIn: createFillIn(tables, retentionDays, log),
    ...loggedSpans,
    unresolvedCalls: createUnresolvedCalls(db, read, logins),
    coverage: createDayCoverage(db, loggedSpans),
    close: () => db.close(),
  }
}
