import type { CallKey } from '../../../core/domain.ts'
import type { Wish } from '../step.ts'
import type { TakenStep } from '../taken-step.ts'
import type { View } from '../view.ts'
import type { Violation } from '../violation.ts'

const RULE = 'confirmed by a snapshot'
const ON_ITS_WAY_MS = 10_000 // the longest duration of a request, and a little more

/**
 * The recording state shown is that of the last good response. A wish is shown as confirmed only while that response
 * agrees, and first at one that was requested after the wish.
 */
export function confirmedBySnapshot(
  steps: readonly TakenStep[],
  wishes: readonly Wish[],
): readonly Violation[] {
  const found: Violation[] = []
  let stay = 0
  let last: View | null = null
  let confirmed = new Set<string>()
  for (const { at, what, recordings, ...step } of steps) {
    const say = (text: string): void => void found.push({ rule: RULE, at, what: text })
    if (step.stay !== stay || what.kind === 'left' || what.kind === 'nowhere') last = null
    if (step.stay !== stay) confirmed = new Set()
    stay = step.stay
    if (what.kind === 'good') last = what.view
    if (what.kind === 'ended' || what.kind === 'left' || (what.kind === 'good' && what.passing)) continue
    const now = new Set<string>()
    for (const [key, { recording, ask }] of Object.entries(recordings)) {
      const call = last?.calls.find((one) => one.key === key)
      const said = call === undefined ? 'gone' : call.muted ? 'muted' : 'recorded'
      if (recording !== said) say(`${key} is shown as ${recording}, but the last response says ${said}`)
      if (ask.kind !== 'confirmed') continue
      const name = `${key} ${ask.muted} ${ask.at}`
      now.add(name)
      if (said !== (ask.muted ? 'muted' : 'recorded')) say(`${key} is shown as confirmed, and is ${said}`)
      if (
        !confirmed.has(name) &&
        !(what.kind === 'good' && what.view.requestedAt >= wishedAt(wishes, key, at))
      )
        say(`${key} was not confirmed by any response requested after the wish`)
    }
    confirmed = now
  }
  return found
}

/** When the last wish for a call was made; repeating it while it may be in progress is not a new wish. */
function wishedAt(wishes: readonly Wish[], call: CallKey, until: number): number {
  const mine = wishes.filter((wish) => wish.call === call && wish.at <= until)
  const last = mine.findLastIndex(
    ({ at, muted }, index) => mine[index - 1]?.muted !== muted || at - mine[index - 1]!.at > ON_ITS_WAY_MS,
  )
  return mine[last]?.at ?? Infinity
}
