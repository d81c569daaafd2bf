import type { HistoryFilter, HistoryRequest } from '../../../core/history/history-request.ts'

const MAX_PAGE = 200 // more rows than any screen shows at once
const MAX_TEXT_LENGTH = 1_000 // a call copied as JSON, not a document
const FILTERS: readonly HistoryFilter[] = ['all', 'missed', 'incoming', 'outgoing', 'muted']

/** A history query from the window, parsed; null if malformed. */
export function readHistoryRequest(raw: unknown): HistoryRequest | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { text = '', filter, before, limit }: Partial<Record<keyof HistoryRequest, unknown>> = raw
  const known = FILTERS.find((word) => word === filter)
  if (known === undefined || typeof text !== 'string' || text.length > MAX_TEXT_LENGTH) return null
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) return null
  if (before === undefined) return { text, filter: known, limit }
  return typeof before === 'number' && Number.isFinite(before) ? { text, filter: known, limit, before } : null
}
