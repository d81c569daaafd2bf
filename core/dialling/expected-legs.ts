import type { Clock } from '../clock.ts'
import type { CallKey, ReadCall } from '../domain.ts'
import { mapCalls } from '../map-calls.ts'
import type { TelephonyClient } from '../telephony/telephony-client.ts'
import { EXPECTED_MS, placedMatch, withDirection, type ExpectedLeg } from './own-legs.ts'

/** The placed calls that may appear on an extension, for everything that reads responses. */
export type ExpectedLegs = ReturnType<typeof createExpectedLegs>

/** Each leg is expected until a timer ends: the time of day may be changed while a phone rings. */
export function createExpectedLegs(after: Clock['after']) {
  let expected: readonly ExpectedLeg[] = []
  /** The call that was matched to each dial: any other call with its number is a caller's. */
  const taken = new Map<string, { readonly key: CallKey; readonly isSure: boolean }>()
  let shown = mapCalls(shownCall)

  function changed(next: readonly ExpectedLeg[]): void {
    expected = next
    shown = mapCalls(shownCall)
    for (const id of taken.keys()) if (next.every((leg) => leg.id !== id)) taken.delete(id)
  }

  const timers = new Map<string, () => void>()

  /** The outcome of that dial is known: its leg is no longer expected. */
  function forget(id: string): void {
    timers.get(id)?.()
    timers.delete(id)
    const left = expected.filter((leg) => leg.id !== id)
    if (left.length < expected.length) changed(left)
  }

  function shownCall(call: ReadCall): ReadCall {
    const fitting = expected.filter((leg) => {
      const match = placedMatch(call, leg)
      const other = taken.get(leg.id)
      const isSure = match === 'sure'
      const isFree = other === undefined || other.key === call.key || (isSure && !other.isSure)
      if (match === null || !(isFree || call.ivrid === leg.callId)) return false
      if (isFree) taken.set(leg.id, { key: call.key, isSure })
      return true
    })
    return withDirection(call, fitting)
  }

  return {
    /** Expects this leg from now on, instead of the previous one of the same dial. */
    expect(leg: ExpectedLeg): void {
      if (!timers.has(leg.id))
        timers.set(
          leg.id,
          after(EXPECTED_MS, () => forget(leg.id)),
        )
      changed([...expected.filter(({ id }) => id !== leg.id), leg])
    },
    forget,
    /** Expects no leg any more. */
    end(): void {
      for (const { id } of expected) forget(id)
    },
    /** Wraps a client so that its responses mark placed calls. Identical objects stay identical. */
    client: (client: TelephonyClient): TelephonyClient => ({
      ...client,
      async extensions(extension, signal) {
        const attempt = await client.extensions(extension, signal)
        if (attempt.kind !== 'reached' || expected.length === 0) return attempt
        return { ...attempt, answer: shown(attempt.answer) }
      },
    }),
  }
}
