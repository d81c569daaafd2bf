import type { Call, CallKey } from '../../core/domain.ts'

/**
 * Calls in the order of their cards: ringing ones first, the others where they stood. A card that stops ringing
 * stays where it is, so that it does not run away from under the pointer; a new call that does not ring comes last.
 */
export function orderCards(before: readonly CallKey[], calls: readonly Call[]): readonly Call[] {
  const place = (call: Call): number => {
    const index = before.indexOf(call.key)
    return index === -1 ? before.length : index
  }
  const steady = calls.toSorted((a, b) => place(a) - place(b))
  return [...steady.filter(isRinging), ...steady.filter((call) => !isRinging(call))]
}

const isRinging = (call: Call): boolean => call.phase === 'ringing'
