import type { DaySpan, DaySpanKind } from '../../../core/report/day-spans.ts'
import { aDay, NOW } from '../../../src/testing/samples.ts'

const MINUTE_MS = 60_000

/** Minutes ago, and how many minutes each span takes; a call is one after the other. */
const CALLS: readonly (readonly [number, ...(readonly [DaySpanKind, number])[]])[] = [
  [238, ['rang', 0.2], ['talked', 12]],
  [221, ['rang', 0.3], ['talked', 4], ['held', 3], ['talked', 6]],
  [196, ['missed', 0.4]],
  [190, ['dialed', 0.5], ['talked', 9]],
  [164, ['rang', 0.1], ['talked', 2]],
  [158, ['rang', 0.2], ['talked', 21], ['held', 2], ['talked', 3]],
  [118, ['rang', 0.6]],
  [104, ['dialed', 1]],
  [101, ['dialed', 0.4], ['talked', 14]],
  [73, ['missed', 0.5]],
  [70, ['missed', 0.3]],
  [66, ['rang', 0.2], ['talked', 7]],
  [41, ['rang', 0.3], ['talked', 16], ['held', 5], ['talked', 1]],
  [9, ['rang', 0.2], ['talked', 5]],
]

const spans = CALLS.flatMap(([ago, ...parts]) => {
  let at = NOW - ago * MINUTE_MS
  return parts.map(([kind, minutes]): DaySpan => ({ kind, from: at, to: (at += minutes * MINUTE_MS) }))
})

/** A morning of fourteen calls, three of them missed. */
export const aBusyDay = aDay({ calls: CALLS.length, missed: 3, spans })
