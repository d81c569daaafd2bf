import type { CallEvent, CallKey } from '../../../core/domain.ts'
import type { Left } from '../outside.ts'
import type { Step } from '../step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'at most once'

/**
 * A page opens, and an event is accepted, at most once for each rule or type and call, whatever crashes. When an event
 * of a call is reported for the first time, its page opens, unless the run died with it. `deletions`: how often the
 * caller of a call had been deleted by then (true epoch ms). What is known of the call is deleted with them, so if it
 * rings here again, its pages open again.
 */
export function atMostOnce(
  left: readonly Left[],
  steps: readonly Step[],
  deletions: (call: CallKey, at: number) => number,
): readonly Violation[] {
  const found: Violation[] = []
  const times = new Map<string, number>()
  for (const { at, what, name, call } of left) {
    const one = `${what} ${name} ${call}`
    const life = `${one} ${deletions(call, at)}`
    const count = (times.get(life) ?? 0) + 1
    times.set(one, count).set(life, count)
    if (count > 1)
      found.push({ rule: RULE, at, what: `the ${what} of "${name}" for ${call} arrived ${count} times` })
  }
  const reported = new Set<string>()
  for (const { at, events, died } of steps) {
    for (const event of events) {
      const one = `page ${event.type} ${event.call.key}`
      if (!hasPage(event.type) || reported.has(one)) continue
      reported.add(one)
      if (!died && !times.has(one))
        found.push({ rule: RULE, at, what: `no page for "${event.type}" of ${event.call.key}` })
    }
  }
  return found
}

const hasPage = (type: CallEvent['type']): boolean =>
  type === 'ringing' || type === 'answered' || type === 'ended'
