import type { CallKey } from '../../../core/domain.ts'
import type { TakenStep } from '../taken-step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'withdrawn in time'

/**
 * After a good response, the alerts on screen are exactly those of the calls that it shows ringing at the watched
 * extension. A ring at an extension that the same response shows as left is alerted and withdrawn in one step.
 */
export function withdrawnInTime(steps: readonly TakenStep[]): readonly Violation[] {
  const found: Violation[] = []
  let run = 0
  let shown = new Map<string, CallKey | null>()
  const ignored = new Set<string>() // alerts of queues and recordings have separate rules
  for (const step of steps) {
    const { at, what } = step
    const say = (text: string): void => void found.push({ rule: RULE, at, what: text })
    if (step.run !== run) shown = new Map() // no run can withdraw what an earlier run left on screen
    run = step.run
    const before = new Set([...shown.values()])
    const others = new Set(step.alerts.filter(({ kind }) => kind !== 'ring').map(({ id }) => id))
    for (const id of others) ignored.add(id)
    const desk = 'extension' in step.location ? step.location.extension : null
    const isElsewhere = (call: CallKey | null): boolean =>
      desk === null || call?.startsWith(`${desk}/`) !== true
    for (const { id, kind, call } of step.alerts)
      if (kind === 'ring' && isElsewhere(call) && step.withdrawn.includes(id)) shown.set(id, call)
    for (const id of step.withdrawn.filter((one) => !ignored.has(one)))
      if (!shown.delete(id)) say(`alert ${id} withdrawn, but not on screen`)
    for (const { id, kind, call } of step.alerts)
      if (kind === 'ring' && !step.withdrawn.includes(id)) shown.set(id, call)
    const after = new Set([...shown.values()])
    if (what.kind === 'left' || what.kind === 'nowhere') {
      for (const call of shown.values()) say(`alert for ${call} is still on screen, and its desk was left`)
      shown = new Map()
      continue
    }
    if (what.kind !== 'good') {
      // A failed poll shows nothing about the calls: a ring may continue.
      if (what.kind !== 'ended')
        for (const call of before)
          if (!after.has(call)) say(`alert for ${call} withdrawn without a good answer`)
      continue
    }
    const rings = (key: CallKey | null): boolean =>
      what.view.calls.some((call) => call.word === 'Ringing' && call.key === key)
    for (const [id, call] of shown) {
      if (rings(call)) continue
      say(`alert for ${call} is still on screen, and it rings no more`)
      shown.delete(id)
    }
    for (const call of before)
      if (!after.has(call) && rings(call) && !isElsewhere(call))
        say(`alert for ${call} is gone, and it still rings`)
  }
  return found
}
