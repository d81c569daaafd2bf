import type { DaySpan, DaySpanKind } from '../../core/report/day-spans.ts'

/** A coloured piece of a ribbon; `start` and `size` are shares of its length, from 0 to 1. */
export interface RibbonSegment {
  readonly kind: DaySpanKind
  readonly start: number
  readonly size: number
  /** When the spans that it shows began and ended, epoch ms. */
  readonly from: number
  readonly to: number
}

const STEPS = 150 // along a ribbon: 2 px each in the narrowest window, so that a short ring is still visible

/** Where spans overlap, the later kind in this list is shown: what the agent did, and above all what was missed. */
const ABOVE: readonly DaySpanKind[] = ['dialed', 'rang', 'held', 'talked', 'missed']

/**
 * Spans on a ribbon from `from` to `to`, epoch ms: in proportion, without overlaps, and each visible unless another
 * covers it. However many spans there are, there are no more segments than steps.
 */
export function ribbonLayout(
  spans: readonly DaySpan[],
  { from, to }: { readonly from: number; readonly to: number },
): readonly RibbonSegment[] {
  const stepAt = (at: number): number => Math.round(((at - from) / (to - from)) * STEPS)
  const steps = Array.from<DaySpan | undefined>({ length: to > from ? STEPS : 0 })
  for (const span of spans.toSorted((a, b) => ABOVE.indexOf(a.kind) - ABOVE.indexOf(b.kind))) {
    if (span.to < from || span.from > to) continue
    const first = Math.min(STEPS - 1, Math.max(0, stepAt(span.from)))
    steps.fill(span, first, Math.max(first + 1, stepAt(span.to)))
  }
  return runsOf(steps).map(({ first, end, ...shown }) => ({
    ...shown,
    start: first / STEPS,
    size: (end - first) / STEPS,
  }))
}

interface Run extends DaySpan {
  readonly first: number
  readonly end: number
}

/** Neighbouring steps of the same kind. */
function runsOf(steps: readonly (DaySpan | undefined)[]): readonly Run[] {
  const runs: Run[] = []
  for (const [index, span] of steps.entries()) {
    if (span === undefined) continue
    const last = runs.at(-1)
    const continues = last?.kind === span.kind && last.end === index
    const from = continues ? Math.min(last.from, span.from) : span.from
    const to = continues ? Math.max(last.to, span.to) : span.to
    const run = { kind: span.kind, from, to, first: continues ? last.first : index, end: index + 1 }
    runs.splice(continues ? -1 : runs.length, 1, run)
  }
  return runs
}
