import type { UnwritableWhy } from '../database/unwritable-why.ts'
import type { CrmCallers } from '../callers/crm-callers.ts'
import type { FilledIn } from '../call-log/filled-in.ts'
import type { LoggedCall } from '../call-log/logged-call.ts'
import type { CallKey, Phone } from '../domain.ts'
import type { MissedCalls } from './attention/missed-calls.ts'
import type { StoredWarnings } from './attention/stored-warnings.ts'
import type { FiredMarks } from './fired-marks.ts'
import type { LoggedSpans } from './logged/logged-spans.ts'
import type { Notes } from './notes.ts'
import type { PlacedCalls } from './placed-calls.ts'
import type { BlindReason } from '../report/blind-spot.ts'
import type { StoryReader } from './caller-story.ts'
import type { HistoryQuery } from './history-query.ts'
import type { HistoryPage } from './history-request.ts'
import type { HistoryCall } from './history-call.ts'
import type { MutedSpan } from './muted-span.ts'
import type { DayCoverage } from '../report/coverage.ts'
import type { WatchChange } from './watch-change.ts'
import type { DaySpans } from '../report/day-spans.ts'
import type { RingFacts, RingRecord } from '../report/ring-record.ts'
import type { WatchingReport } from '../report/watching-report.ts'

/** When the program last ran, and when the last good response arrived. */
export interface Heartbeat {
  readonly at: number
  readonly lastGoodAt: number | null
}

/** What happened, stored. All times are epoch ms by this computer's clock; parts of a ms are rounded away. */
export interface Journal
  extends MissedCalls, StoredWarnings, Notes, FiredMarks, CrmCallers, PlacedCalls, LoggedSpans {
  /** Stores a step atomically. Pass every one, in order; a repeated step is stored once. */
  record(change: WatchChange, at: number): void
  /**
   * Records that nothing changed: call it after every poll, and at least each second. A crash loses no more than what
   * happened since. Writes at most once a second.
   */
  beat(heartbeat: Heartbeat): void

  /** The newest ring of a call, or null when it never rang. */
  ringOf(call: CallKey): RingRecord | null
  /** True when an alert was requested for the newest ring of this call, also before a restart. */
  wasAlerted(call: CallKey): boolean
  /** Adds to what is known about a ring. What is left out stays unchanged; an unknown ring is added. */
  noteRing(ringId: string, facts: RingFacts): void
  watchingReport(from: number, to: number): WatchingReport
  /** What the phone did in this span, for a picture of the day. */
  daySpans(from: number, to: number): DaySpans

  /** Watching is blind from now on, or blind for another reason. The next recorded good response ends it. */
  openBlindSpot(from: number, why: BlindReason): void
  closeBlindSpot(to: number): void

  history(query: HistoryQuery): HistoryPage
  call(key: CallKey): HistoryCall | null
  readonly callerStory: StoryReader
  /** Stores a muted span from the recording guard, when it starts and when it ends. False when there is no such call. */
  keepMutedSpan(span: MutedSpan): boolean

  /**
   * Takes calls of the vendor's call log, read `at`, into the history: those that no poll saw, and what polls didn't see of
   * others. Skips what was deleted or would be at once, and calls from when the person who is logged in now, or was last,
   * wasn't logged in on that extension: a span without responses counts once they are seen again afterwards. What the log
   * said about a stored call is corrected whoever is logged in. For ended calls the log wins; notes, labels and marks stay.
   * Idempotent, in any order. A few hundred calls take 50 ms: pass more in several parts. `from`: the log was read
   * completely since then; absent if that isn't known.
   */
  fillIn(calls: readonly LoggedCall[], at: number, from?: number): FilledIn
  /** That person's calls since `from` whose end nobody saw, and about which the log says nothing yet; oldest first. */
  unresolvedCalls(from: number): readonly HistoryCall[]
  /** How complete the history is, for each day by this computer's clock that the span touches; oldest first. */
  coverage(from: number, to: number): readonly DayCoverage[]

  /** How many calls of this caller there are; 0 for a withheld number, null when that can't be read. */
  countCaller(phone: Phone): number | null
  /**
   * Deletes every call of this caller, and overwrites their bytes, now or with a later `retry`: the call log doesn't bring
   * them back. Returns the number of calls; null if nothing was deleted, because the file can't be written.
   */
  forgetCaller(phone: Phone): number | null
  /** Deletes a batch of calls that ended before `before`; returns the number of calls. Repeat until it returns 0. */
  prune(before: number): number

  /** The latest problem with the file, if any. */
  trouble(): JournalTrouble | null
  /** Writes what is only in memory to the file, if that is possible again. Call from time to time. */
  retry(): void
  close(): void
}

/** What happened to the journal's file. `file` is where the old one now is. */
export type JournalTrouble =
  | { readonly kind: 'set-aside' | 'newer'; readonly file: string }
  /** In memory only until the file is writable; otherwise lost when the program quits. */
  | { readonly kind: 'memory'; readonly why: UnwritableWhy }
