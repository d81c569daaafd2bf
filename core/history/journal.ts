import type { AgentState, CallEvent, CallKey, Phone } from '../domain.ts'
import type { FoundWarning, StoredWarning } from './attention/stored-warnings.ts'
import type { BlindReason } from '../report/blind-spot.ts'
import type { CallerStory } from './caller-story.ts'
import type { HistoryPage, HistoryQuestion } from './history-question.ts'
import type { HistoryCall } from './history-call.ts'
import type { MutedSpan } from './muted-span.ts'
import type { RingFacts, RingRecord } from '../report/ring-record.ts'
import type { WatchingReport } from '../report/watching-report.ts'

/** One step of watching, as the session tells it. */
export interface WatchChange {
  readonly state: AgentState
  readonly events: readonly CallEvent[]
  /** The span without a good answer that this step ended, where it was long: the ends told in it were not seen. */
  readonly blind?: { readonly from: number; readonly to: number }
}

/** That the program lives, and when the last good answer came. */
export interface Heartbeat {
  readonly at: number
  readonly lastGoodAt: number | null
}

/** What happened, kept. All times are epoch ms by this computer's clock; parts of a ms are rounded away. */
export interface Journal {
  /** Keeps a step, whole or not at all. Tell every one, in order; the same step twice keeps it once. */
  record(change: WatchChange, at: number): void
  /**
   * Tells that nothing changed: call it after every poll, and at least each second. A crash loses no more than what
   * passed since. Writes at most once a second.
   */
  beat(heartbeat: Heartbeat): void

  /** The newest ring of a call, or null when it never rang. */
  ringOf(call: CallKey): RingRecord | null
  /** True when an alert was asked for at the newest ring of this call, before a restart too. */
  wasAlerted(call: CallKey): boolean
  /** Adds to what is known of a ring. What is left out stays as it is; a ring that is not known yet is begun. */
  noteRing(ringId: string, facts: RingFacts): void
  watchingReport(from: number, to: number): WatchingReport

  /** Watching is blind from now on, or blind for another reason. The next good answer that is recorded ends it. */
  openBlindSpot(from: number, why: BlindReason): void
  closeBlindSpot(to: number): void

  history(question: HistoryQuestion): HistoryPage
  call(key: CallKey): HistoryCall | null
  /**
   * What is known of a caller, up to this call of theirs where one is given. Null for a withheld number: nobody can say
   * who it is.
   */
  callerStory(phone: Phone, now: number, call?: CallKey): CallerStory | null
  /**
   * Missed calls since the list was cleared, newest first, `MAX_MISSED` at most. `seen`: looked at, or their caller was
   * spoken to since.
   */
  missedCalls(): readonly HistoryCall[]
  /** Marks all of them as looked at. */
  markSeen(): void
  clearMissed(): void
  /** The warnings of the recording guard that were stored last, oldest first, with their callers' numbers. */
  warnings(): readonly FoundWarning[]
  /** Stores those that hold now in place of those that held before; none of a call that is not stored. */
  storeWarnings(warnings: readonly StoredWarning[]): void
  /** False when there is no such call. */
  setNote(key: CallKey, note: string): boolean
  /** At most 60 characters; null takes it away. False when there is no such call. */
  setLabel(key: CallKey, label: string | null): boolean

  /** Keeps a muted span as the recording guard tells it, when it begins and when it ends. False when there is no such call. */
  keepMutedSpan(span: MutedSpan): boolean

  /** True when this rule fired for this call before, in an earlier run too. Throws when that can't be read. */
  wasFired(rule: string, call: CallKey): boolean
  /**
   * Notes that it fires: kept beyond the end of the program when it returns. Throws when it is not, so also while the
   * journal is kept in memory only.
   */
  noteFired(rule: string, call: CallKey): void

  /** How many calls of this caller there are; 0 for a withheld number, null when that can't be read. */
  countCaller(phone: Phone): number | null
  /** Takes away every call of this caller, and the bytes with them. Gives the number of calls. */
  forgetCaller(phone: Phone): number
  /** Takes away a batch of what ended before `before`; gives the number of calls. Ask again until it gives 0. */
  prune(before: number): number

  /** What went wrong with the file, if anything; the latest. */
  trouble(): JournalTrouble | null
  close(): void
}

/** What became of the journal's file. `file` is where the old one now is. */
export type JournalTrouble =
  | { readonly kind: 'set-aside'; readonly file: string }
  | { readonly kind: 'newer'; readonly file: string }
  /** In memory only, until the file can take it; else gone with the program. `locked`: another process has the file. */
  | { readonly kind: 'memory'; readonly why: 'read-only' | 'full' | 'locked' | 'unknown' }
