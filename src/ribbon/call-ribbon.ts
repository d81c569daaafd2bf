import type { HistoryCall } from '../../core/history/history-call.ts'
import { ribbonLayout, type RibbonSegment } from './ribbon-layout.ts'

/** One call as a ribbon of its own; empty unless it has at least two spans: a single one would say nothing. */
export function callRibbon({
  parts,
  outcome,
}: Pick<HistoryCall, 'parts' | 'outcome'>): readonly RibbonSegment[] {
  const spans = parts.flatMap(({ kind, from, to }) =>
    kind === 'recording-muted' || to === null ? [] : [{ kind, from, to }],
  )
  if (spans.length < 2 || outcome === null) return []
  const from = Math.min(...spans.map((span) => span.from))
  const to = Math.max(...spans.map((span) => span.to))
  return ribbonLayout(spans, { from, to })
}
