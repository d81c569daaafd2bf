import type { UnwritableWhy } from '../database/unwritable-why.ts'
import type { CrmCaller } from '../callers/crm-caller.ts'
import type { FilledIn } from '../call-log/filled-in.ts'
import type { LoggedCall } from '../call-log/logged-call.ts'
import type { AgentState, CallEvent, CallKey, Phone } from '../domain.ts'
import type { FoundWarning, StoredWarning } from './attention/stored-warnings.ts'
import type { PlacedCall, StoredDial } from './placed-call.ts'
import type { BlindReason } from '../report/blind-spot.ts'
import type { CallerStory } from './caller-story.ts'
import type { HistoryQuery } from './history-query.ts'
import type { HistoryPage } from './history-request.ts'
import type { HistoryCall } from './history-call.ts'
import type { OpenSpan } from './logged/spans.ts'
import type { MutedSpan } from './muted-span.ts'
import type { DayCoverage } from '../report/coverage.ts'
import type { DaySpans } from '../report/day-spans.ts'
import type { RingFacts, RingRecord } from '../report/ring-record.ts'
import type { WatchingReport } from '../report/watching-report.ts'

/** One step of watching, as the session reports it. */
export interface WatchChange {
  readonly state: AgentState
  readonly events: readonly CallEvent[]
  /** The span without a good response that this step ended, where it was long: call ends within it weren't seen. */
  readonly blind?: { readonly from: number; readonly to: number }
}

/** When the program last ran, and when the last good response arrived. */
export interface Heartbeat {
  readonly at: number
  readonly lastGoodAt: number | null
}

/** What happened, stored. All times are epoch ms by this computer's clock; parts of a ms are rounded away. */
export interface Journal {
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
  /**
   * What is known about a caller, up to this call of theirs where one is given. Null for a withheld number: the caller
   * is unknown.
   */
  callerStory(phone: Phone, now: number, call?: CallKey): CallerStory | null
  /**
   * The missed calls that weren't dismissed, newest first, at most `MAX_MISSED`; if there are more, those whose caller
   * wasn't spoken to since. `seen`: looked at, or `calledBack`.
   */
  missedCalls(): readonly HistoryCall[]
  /** Marks all of them as looked at. */
  markSeen(): void
  /** Removes one from the list. False when there is no such missed call. */
  dismissMissed(key: CallKey): boolean
  /** Puts a dismissed one back. */
  restoreMissed(key: CallKey): void
  /** Dismisses all. */
  clearMissed(): void
  /** The last stored warnings of the recording guard, oldest first, with their callers' numbers. */
  warnings(): readonly FoundWarning[]
  /** Replaces the stored warnings with the current ones; skips those of a call that isn't stored. */
  storeWarnings(warnings: readonly StoredWarning[]): void
  /** False when there is no such call. */
  setNote(key: CallKey, note: string): boolean
  /** At most 60 characters; null removes it. False when there is no such call. */
  setLabel(key: CallKey, label: string | null): boolean

  /** Stores a muted span from the recording guard, when it starts and when it ends. False when there is no such call. */
  keepMutedSpan(span: MutedSpan): boolean

  /** True when this rule fired for this call before, also in an earlier run. Throws when that can't be read. */
  wasFired(rule: string, call: CallKey): boolean
  /**
   * Records that it fires: stored permanently when it returns. Throws when it isn't, so also while the
   * journal is in memory only.
   */
  noteFired(rule: string, call: CallKey): void

  /** Stores who a call's caller is, by the organisation's endpoint, `at`. False when there is no such call. */
  setCrmCaller(key: CallKey, caller: CrmCaller, at: number): boolean
  /** What it said about this call, or else within this time about this caller's calls; null for nothing. */
  crmCaller(
    key: CallKey,
    phone: Phone,
    within: { readonly from: number; readonly to: number },
  ): CrmCaller | null

  /** True if a call was placed for this click, in this run or an earlier one. Throws if that can't be read. */
  wasDialled(id: string): boolean
  /** Stores that a call is placed: permanent once it returns. Throws if it can't be stored. */
  noteDial(dial: PlacedCall): void
  /** Adds the id that the API assigned to a placed call. */
  noteDialledCall(id: string, callId: string): void
  /** Records that its outcome is known. */
  concludeDial(id: string): void
  /** Calls placed since then, oldest first. */
  dialsSince(at: number): readonly StoredDial[]

  /**
   * Takes calls of the vendor's call log, read `at`, into the history: those that no poll saw, and what polls didn't see of
   * others. Skips what was deleted or would be at once, and calls from when the person who is logged in now, or was last,
   * wasn't logged in on that extension: a span without responses counts once they are seen again afterwards. What the log
   * said about a stored call is corrected whoever is logged in. For ended calls the log wins; notes, labels and marks stay.
   * Idempotent, in any order. A few hundred calls take 50 ms: pass more in several parts. `from`: the log was read
   * completely since then; absent if that isn't known.
   */
  fillIn(calls: readonly LoggedCall[], at: number, from?: number): FilledIn
  /** Blind spots while that person was logged in, as far as the log wasn't read for them; oldest first. */
  openSpans(from: number, to: number): readonly OpenSpan[]
  /** The log's calls on this extension in this span were read completely `at`, and filled in. */
  noteLogged(from: number, to: number, at: number, extension: string): void
  /** That person's calls since `from` whose end nobody saw, and about which the log says nothing yet; oldest first. */
  unresolvedCalls(from: number): readonly HistoryCall[]
  /** How complete the history is, for each day by this computer's clock that the span touches; oldest first. */
  coverage(from: number, to: number): readonly DayCoverage[]

  /** How many calls of this caller there are; 0 for a withheld number, null when that can't be read. */
  countCaller(phone: Phone): number | null
  /** Deletes every call of this caller, and overwrites their bytes: the call log doesn't bring them back. Returns the number of calls. */
  forgetCaller(phone: Phone): number
  /** Deletes a batch of calls that ended before `before`; returns the number of calls. Repeat until it returns 0. */
  prune(before: number): number

  /** The latest problem with the file, if any. */
  trouble(): JournalTrouble | null
  close(): void
}

/** What happened to the journal's file. `file` is where the old one now is. */
export type JournalTrouble =
  | { readonly kind: 'set-aside'; readonly file: string }
  | { readonly kind: 'newer'; readonly file: string }
  /** In memory only until the file is writable; otherwise lost when the program quits. */
  | { readonly kind: 'memory'; readonly why: UnwritableWhy }
