import type { TruthEvent } from '../../../simulator/world/truth.ts'
import { clockKnown } from '../clock-known.ts'
import type { Step } from '../step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'true durations'
const STAMP_MS = 1_000 // the API's stamps count whole seconds
const ROUNDED_MS = 500 // and so does what is told

/** A completed call's talk is as long as it was: to one gap between good answers, one second, and rounding. */
export function trueDurations(steps: readonly Step[], truth: readonly TruthEvent[]): readonly Violation[] {
  const talks = truth.filter((event) => event.kind === 'talk-ended')
  const found: Violation[] = []
  let run = 0
  let before: number | null = null
  const known = clockKnown(steps)
  for (const [place, step] of steps.entries()) {
    if (step.run !== run) before = null
    run = step.run
    if (step.what.kind !== 'good') continue
    const since = before ?? step.at
    before = step.what.view.takenAt
    if (known[place] !== true) continue
    for (const event of step.events) {
      if (event.type !== 'ended' || event.outcome !== 'completed') continue
      const talk = talks.findLast(({ ivrid, at }) => ivrid === event.call.ivrid && at <= step.at)
      if (talk === undefined) continue
      const gap = step.at - since
      const tooMuch = event.talkSeconds * 1000 - talk.talkMs
      if (tooMuch >= -STAMP_MS - ROUNDED_MS && tooMuch <= gap + STAMP_MS + ROUNDED_MS) continue
      const what = `${event.call.ivrid} talked ${talk.talkMs / 1000} s, told as ${event.talkSeconds} s; the gap was ${gap / 1000} s`
      found.push({ rule: RULE, at: step.at, what })
    }
  }
  return found
}
