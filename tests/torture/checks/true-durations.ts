import type { TruthEvent } from '../../../simulator/world/truth.ts'
import { clockKnown } from '../clock-known.ts'
import type { TakenStep } from '../taken-step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'true durations'
const STAMP_MS = 1_000 // the API's timestamps are in whole seconds

/**
 * A completed call's talk time is right to one gap between good responses plus one second. `doubtMs`: by how much
 * this computer's clock may be wrong without anyone being able to notice.
 */
export function trueDurations(
  steps: readonly TakenStep[],
  truth: readonly TruthEvent[],
  doubtMs: number,
): readonly Violation[] {
  const talks = truth.filter((event) => event.kind === 'talk-ended')
  const found: Violation[] = []
  let stay = 0
  let before: number | null = null
  const known = clockKnown(steps)
  for (const [index, step] of steps.entries()) {
    if (step.stay !== stay) before = null
    stay = step.stay
    if (step.what.kind !== 'good') continue
    const since = before ?? step.at
    before = step.what.view.takenAt
    if (known[index] !== true) continue
    for (const event of step.events) {
      if (event.type !== 'ended' || event.outcome !== 'completed' || event.answeredBy !== undefined) continue
      const talk = talks.findLast(
        (talk) =>
          talk.ivrid === event.call.ivrid && talk.extension === event.call.extension && talk.at <= step.at,
      )
      if (talk === undefined) continue
      const gap = step.at - since
      const off = Math.abs(event.talkSeconds * 1000 - talk.talkMs)
      // It ended at an unknown moment between the two responses.
      if (off <= gap + STAMP_MS + doubtMs) continue
      const what = `${event.call.ivrid} talked ${talk.talkMs / 1000} s, reported as ${event.talkSeconds} s; the gap was ${gap / 1000} s`
      found.push({ rule: RULE, at: step.at, what })
    }
  }
  return found
}
