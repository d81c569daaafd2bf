import { STATUS_NUMBERS } from '../../../core/status-words.ts'
import type { StatusAct, Step } from '../step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'status at most once'
const IN_FLIGHT_MS = 20_000 // a choice made while another request is in flight is sent after its response, or its timeout

/**
 * A status is requested only for a click in the same run, on the same status and shortly before, and at most once per
 * click: never automatically, and never again after a crash. A status reported as confirmed is the displayed one.
 */
export function statusAtMostOnce(acts: readonly StatusAct[], steps: readonly Step[]): readonly Violation[] {
  const found: Violation[] = []
  const open: StatusAct[] = []
  for (const act of acts) {
    if (act.what === 'clicked') {
      open.push(act)
      continue
    }
    const index = open.findIndex(
      ({ run, status, at }) => run === act.run && status === act.status && act.at - at <= IN_FLIGHT_MS,
    )
    if (index === -1)
      found.push({ rule: RULE, at: act.at, what: `status ${act.status} was sent without a click` })
    else open.splice(index, 1)
  }
  // Two clicks at the same moment are one choice.
  const sent = acts.filter(({ what }) => what === 'sent')
  sent.forEach(({ at, run, status }, index) => {
    const before = sent[index - 1]
    if (before?.at === at && before.run === run && before.status === status)
      found.push({ rule: RULE, at, what: `status ${status} was sent twice at once` })
  })
  for (const { at, what, status, state } of steps) {
    if (what.kind === 'ended' || status.kind !== 'offered' || status.request.kind !== 'confirmed') continue
    const shown = state.agent?.status.number
    if (shown !== STATUS_NUMBERS[status.request.status])
      found.push({ rule: RULE, at, what: `${status.request.status} is confirmed, and ${shown} is shown` })
  }
  return found
}
