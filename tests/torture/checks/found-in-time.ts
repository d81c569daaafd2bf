import type { TruthEvent } from '../../../simulator/world/truth.ts'
import type { Step } from '../step.ts'
import type { Watched } from '../taken-steps.ts'
import type { View } from '../view.ts'
import type { Violation } from '../violation.ts'

const RULE = 'found in time'
const BACKOFF_MS = 300_000 // if refused while the extension works, it is requested this rarely
const STATED_MS = 75_000 // all extensions are requested once a minute, and a request may have to wait its turn

/**
 * An agent who is logged in at one extension for so long is found there, unless requests failed in the meantime, the
 * one about everyone was refused just before, or the program wasn't running.
 */
export function foundInTime(
  steps: readonly Step[],
  truth: readonly TruthEvent[],
  { person, extension }: Pick<Watched, 'person' | 'extension'>,
): readonly Violation[] {
  if (person === null) return []
  const seats = seatsOf(truth, person, extension)
  return seats.flatMap(({ at, desks }, index) => {
    const [desk, ...more] = desks
    const until = seats[index + 1]?.at ?? Infinity
    const dueAt = at + STATED_MS
    if (desk === undefined || more.length > 0 || until <= dueAt) return []
    const span = steps.filter((step) => step.at >= at && step.at <= dueAt)
    const refused = steps.some(
      ({ at: then, what }) =>
        then > at - BACKOFF_MS && then < at && what.kind === 'failed' && what.about === 'everyone',
    )
    const after = steps.find((step) => step.at > dueAt)
    if (refused || after === undefined || after.at >= until || ![...span, after].every(isWell)) return []
    const found = 'extension' in after.location && after.location.extension === desk
    const says = 'extension' in after.location ? `at ${after.location.extension}` : after.location.kind
    return found
      ? []
      : [{ rule: RULE, at: after.at, what: `the agent is logged in at ${desk}, but is shown as ${says}` }]
  })
}

function isWell({ what }: Step): boolean {
  switch (what.kind) {
    case 'good':
      return isTrue(what.view)
    case 'everyone':
      return what.lacks === undefined && what.views.length > 0 && what.views.every(isTrue)
    case 'queues':
      return true
    case 'failed':
    case 'unknown-extension':
    case 'older':
    case 'began':
    case 'ended':
    case 'slept':
    case 'woke':
    case 'clock-set':
      return false
  }
}

const isTrue = ({ fresh, whole }: View): boolean => fresh && whole

/** Each moment at which the agent's extensions changed, and what they are from then on. */
function seatsOf(truth: readonly TruthEvent[], person: number, first: string) {
  const at = new Set([first])
  const seats: { readonly at: number; readonly desks: readonly string[] }[] = []
  for (const event of truth) {
    if (event.kind !== 'status') continue
    const is = event.onlineUserId === person
    if (is === at.has(event.extension)) continue
    if (is) at.add(event.extension)
    else at.delete(event.extension)
    seats.push({ at: event.at, desks: [...at] })
  }
  return seats
}
