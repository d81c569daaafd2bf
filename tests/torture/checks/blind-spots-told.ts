import type { BlindSpot } from '../../../core/report/blind-spot.ts'
import type { TakenStep } from '../taken-step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'blind spots told'
const LONG_MS = 20_000 // a question that is lost takes 8 s, and the next comes 5 s later: beyond it watching was blind
const LONG_AROUND_MS = 50_000 // where the questions share a budget, the desk's comes every 15 s at times, after two that were lost
const SLACK_MS = 6_000 // one poll gap, and the second in which a crash may fall

/**
 * Each span without a good answer is told as blind, nearly from end to end; and no good answer came in the middle of a
 * span that is told. For a computer whose clock stands right: the spots are told by it.
 */
export function blindSpotsTold(
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
  for (const [place, to] of goods.entries()) {
    const from = goods[place - 1]
    if (from === undefined || to - from <= longMs) continue
    const told = spots.reduce((sum, spot) => sum + overlap(spot, from, to), 0)
    if (told < to - from - 2 * SLACK_MS)
      found.push({
        rule: RULE,
        at: to,
        what: `blind from ${time(from)} to ${time(to)}, told ${told / 1000} s of it`,
      })
  }
  for (const spot of spots) {
    const within = goods.find((at) => at > spot.from + SLACK_MS && at < (spot.to ?? Infinity) - SLACK_MS)
    if (within === undefined) continue
    const span = `${time(spot.from)} to ${spot.to === null ? 'now' : time(spot.to)}`
    found.push({ rule: RULE, at: within, what: `a good answer within the blind spot ${span}, ${spot.why}` })
  }
  return found
}

const overlap = (spot: BlindSpot, from: number, to: number): number =>
  Math.max(0, Math.min(to, spot.to ?? Infinity) - Math.max(from, spot.from))
