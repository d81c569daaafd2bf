import type { CallKey } from '../../../core/domain.ts'
import type { TruthEvent } from '../../../simulator/world/truth.ts'
import type { TakenStep } from '../taken-step.ts'
import { legId, type LegId, type View } from '../view.ts'
import type { Violation } from '../violation.ts'

const RULE = 'alerted once'

/**
 * Each ring that a good response shows is alerted at that response, and never again, by this run of the program or a
 * later one; nothing is alerted that the response does not show ringing, or that never rang. A missed call that was
 * alerted, and hasn't rung since, isn't announced again when the call log has it.
 */
export function alertedOnce(steps: readonly TakenStep[], truth: readonly TruthEvent[]): readonly Violation[] {
  const rang = new Set(
    truth.flatMap((event) =>
      event.kind === 'ring-began' ? [legId(event.extension, event.ivrid, event.at)] : [],
    ),
  )
  const alerted = new Set<LegId>()
  const ids = new Set<string>()
  const missed = new Set<CallKey>()
  const found: Violation[] = []
  for (const step of steps) {
    const { at } = step
    const view = step.what.kind === 'good' ? step.what.view : null
    const say = (what: string): void => void found.push({ rule: RULE, at, what })
    for (const { id, call } of step.alerts.filter(({ kind }) => kind === 'ring' || kind === 'missed')) {
      if (ids.has(id)) say(`alert ${id} was shown before`)
      ids.add(id)
      if (call === null) say(`alert ${id} is for no call`)
    }
    for (const { call, isLogged } of step.alerts.filter(({ kind }) => kind === 'missed')) {
      if (call === null) continue
      if (isLogged === true && missed.has(call)) say(`${call} was announced before`)
      missed.add(call)
    }
    for (const { call } of step.alerts.filter((alert) => alert.kind === 'ring')) {
      const leg = ringingLeg(view, call)
      if (leg === null) say(`alert for ${call}, which does not ring`)
      else if (!rang.has(leg)) say(`alert for ${call}, which never rang`)
      else if (alerted.has(leg)) say(`second alert for the ring ${leg}`)
      else alerted.add(leg)
      if (call !== null) missed.delete(call) // it can be missed again
    }
    for (const call of view?.calls ?? []) {
      if (call.word !== 'Ringing' || alerted.has(call.leg)) continue
      say(`no alert for the ring ${call.leg}`)
      alerted.add(call.leg)
    }
  }
  return found
}

function ringingLeg(view: View | null, key: string | null): LegId | null {
  const call = view?.calls.find((one) => one.word === 'Ringing' && one.key === key)
  return call?.leg ?? null
}
