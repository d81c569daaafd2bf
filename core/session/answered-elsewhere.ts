import type { Call, CallEvent, SeenCall, SeenExtension } from '../domain.ts'
import { answeredBy } from '../team/answered-by.ts'

/** The same events, with the colleague's name where a ring that ended here was answered by one. */
export function namedAnswers(
  events: readonly CallEvent[],
  answer: readonly SeenExtension[],
): readonly CallEvent[] {
  return events.map((event) => {
    if (event.type !== 'ended' || event.outcome !== 'missed') return event
    const by = answeredBy(answer, event.call.ivrid, event.call.extension)
    return by === null ? event : { ...event, outcome: 'completed', answeredBy: by }
  })
}

/** True when a ring is gone that nobody answered here: a colleague may have. */
export function ringIsGone(known: readonly Call[], seen: readonly SeenCall[]): boolean {
  const present = new Set(seen.map(({ key }) => key))
  return known.some(({ key, rangHere, connected }) => rangHere && !connected && !present.has(key))
}
