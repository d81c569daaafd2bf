import type { HistoryCall, RowId } from './history-call.ts'

export type HistoryFilter = 'all' | 'missed' | 'incoming' | 'outgoing' | 'muted'

export interface HistoryRequest {
  /** As typed or pasted: any written form of a number, part of a name or a note, or text copied from a call. */
  readonly text?: string
  readonly filter: HistoryFilter
  /** `next` of the previous page; default: the newest calls. */
  readonly before?: RowId
  readonly limit: number
}

export interface HistoryPage {
  /** Newest first. */
  readonly calls: readonly HistoryCall[]
  /** Where the next page starts; null after the last. */
  readonly next: RowId | null
}
