import type { HistoryCall, Place } from './history-call.ts'

export type HistoryFilter = 'all' | 'missed' | 'incoming' | 'outgoing' | 'muted'

export interface HistoryQuestion {
  /** As typed or pasted: any written form of a number, part of a name or a note, or text copied from a call. */
  readonly text?: string
  readonly filter: HistoryFilter
  /** `next` of the previous page; the newest calls when left out. */
  readonly before?: Place
  readonly limit: number
}

export interface HistoryPage {
  /** Newest first. */
  readonly calls: readonly HistoryCall[]
  /** Where the next page starts; null after the last. */
  readonly next: Place | null
}
