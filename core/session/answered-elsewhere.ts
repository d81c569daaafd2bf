import type { Call, CallEvent, SeenCall, SeenExtension } from '../domain.ts'
import { nameLoggedIn } from '../team/logged-in.ts'

/**
 * The same events, with the colleague's name where they answered a ring that ended here, or where a talk here was
 * transferred to them.
 */
export function namedAnswers(
  events: readonly CallEvent[],
  everyone: readonly SeenExtension[],
): readonly CallEvent[] {
  return events.map((event) => {
    if (event.type !== 'ended') return event
    const { ivrid, extension, connected } = event.call
    if (event.outcome === 'missed') {
      const by = answeredBy(everyone, ivrid, extension)
      return by === null ? event : { ...event, outcome: 'completed', answeredBy: by }
    }
    const to = connected ? transferredTo(everyone, ivrid, extension) : null
    return to === null ? event : { ...event, transferredTo: to }
  })
}

/** True when an unanswered ring ended here: a colleague may have answered it. */
export function ringIsGone(known: readonly Call[], seen: readonly SeenCall[]): boolean {
  const present = new Set(seen.map(({ key }) => key))
  return known.some(({ key, rangHere, connected }) => rangHere && !connected && !present.has(key))
}

/** The name of whoever answered a call at another extension than `here`; null when unknown. */
export const answeredBy = (everyone: readonly SeenExtension[], ivrid: string, here: string): string | null =>
  colleagueWith(everyone, here, (call) => {
    const isAnswered = call.phase === 'talking' || call.phase === 'held' || call.answered
    return call.ivrid === ivrid && isAnswered
  })

/** The name of whoever has the call that this one was transferred to, at another extension than `here`; null when unknown. */
export const transferredTo = (
  everyone: readonly SeenExtension[],
  ivrid: string,
  here: string,
): string | null => colleagueWith(everyone, here, ({ transferredFrom }) => transferredFrom === ivrid)

function colleagueWith(
  everyone: readonly SeenExtension[],
  here: string,
  isIt: (call: SeenCall) => boolean,
): string | null {
  const found = everyone.find(
    ({ extension, calls }) =>
      extension !== here && calls.some((call) => call.direction !== 'spy' && isIt(call)),
  )
  return found === undefined ? null : nameLoggedIn(found) || found.extension
}
