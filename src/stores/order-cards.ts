import type { Call, CallKey } from '../../core/domain.ts'

/**
 * Calls in the order of their cards: ringing ones first, the others in their previous order. A card that stops ringing
 * stays where it is, so that it does not move away from the pointer; a new call that does not ring is added last.
 */
export function orderCards(before: readonly CallKey[], calls: readonly Call[]): readonly Call[] {
  const position = (call: Call): number => {
    const index = before.indexOf(call.key)
    return index === -1 ? before.length : index
  }
  const steady = calls.toSorted((a, b) => position(a) - position(b))
  return [...steady.filter(isRinging), ...steady.filter((call) => !isRinging(call))]
}

const isRinging = (call: Call): boolean => call.phase === 'ringing'
