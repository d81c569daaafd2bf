import type { Call, CallEvent, SeenCall, SeenExtension } from '../domain.ts'
import { nameLoggedIn } from '../team/logged-in.ts'

/** The same events, with the colleague's name where they answered a ring that ended here. */
export function namedAnswers(
  events: readonly CallEvent[],
  everyone: readonly SeenExtension[],
): readonly CallEvent[] {
  return events.map((event) => {
    if (event.type !== 'ended' || event.outcome !== 'missed') return event
    const by = answeredBy(everyone, event.call.ivrid, event.call.extension)
    return by === null ? event : { ...event, outcome: 'completed', answeredBy: by }
  })
}

/** True when an unanswered ring ended here: a colleague may have answered it. */
export function ringIsGone(known: readonly Call[], seen: readonly SeenCall[]): boolean {
  const present = new Set(seen.map(({ key }) => key))
  return known.some(({ key, rangHere, connected }) => rangHere && !connected && !present.has(key))
}

/** The name of whoever answered a call at another extension than `here`; null when unknown. */
export function answeredBy(everyone: readonly SeenExtension[], ivrid: string, here: string): string | null {
  const found = everyone.find(
    ({ extension, calls }) =>
      extension !== here &&
      calls.some(
        (call) =>
          call.ivrid === ivrid &&
          call.direction !== 'spy' &&
          (call.phase === 'talking' || call.phase === 'held' || call.answered),
      ),
  )
  return found === undefined ? null : nameLoggedIn(found) || found.extension
}
