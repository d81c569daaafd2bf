import type { BlindSpot } from '../../../core/report/blind-spot.ts'
import type { TakenStep } from '../taken-step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'blind spots reported'
const LONG_MS = 20_000 // a lost request takes 8 s, and the next follows 5 s later: anything longer is a gap
const LONG_AROUND_MS = 50_000 // with a shared budget, requests for the extension may be 15 s apart, and two in a row may be lost
const SLACK_MS = 6_000 // one poll gap, and the second in which a crash may fall

/**
 * Each span without a good response is reported as a gap, nearly from end to end, and no good response arrived in the
 * middle of a reported gap. One that was held back may lie there: until it counted, the connection was reported as it
 * had been before. Only for a computer whose clock is right, since gaps are reported by it.
 */
export function blindSpotsReported(
  steps: readonly TakenStep[],
  spots: readonly BlindSpot[],
  around = false,
): readonly Violation[] {
  const longMs = around ? LONG_AROUND_MS : LONG_MS
  const found: Violation[] = []
  const goods = steps
    .filter(({ what }) => what.kind === 'good' || what.kind === 'nowhere')
    .map(({ at }) => at)
  const time = (at: number): string => new Date(at).toISOString().slice(11, 19)
  for (const [index, to] of goods.entries()) {
    const from = goods[index - 1]
    if (from === undefined || to - from <= longMs) continue
    const reported = spots.reduce((sum, spot) => sum + overlap(spot, from, to), 0)
    if (reported < to - from - 2 * SLACK_MS)
      found.push({
        rule: RULE,
        at: to,
        what: `blind from ${time(from)} to ${time(to)}, reported ${reported / 1000} s of it`,
      })
  }
  const heldBack = new Set(steps.filter(({ what }) => what.kind === 'held').map(({ at }) => at))
  const atOnce = goods.filter((at) => !heldBack.has(at))
  for (const spot of spots) {
    const within = atOnce.find((at) => at > spot.from + SLACK_MS && at < (spot.to ?? Infinity) - SLACK_MS)
    if (within === undefined) continue
    const span = `${time(spot.from)} to ${spot.to === null ? 'now' : time(spot.to)}`
    found.push({ rule: RULE, at: within, what: `a good response within the blind spot ${span}, ${spot.why}` })
  }
  return found
}

const overlap = (spot: BlindSpot, from: number, to: number): number =>
  Math.max(0, Math.min(to, spot.to ?? Infinity) - Math.max(from, spot.from))
