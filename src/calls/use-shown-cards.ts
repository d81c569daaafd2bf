import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { Call, CallKey } from '../../core/domain.ts'
import { callOf } from '../composables/call-of.ts'
import { useDebounce } from '../composables/use-debounce.ts'
import { keepRow } from '../parts/keep-row.ts'
import { useNotesStore } from '../stores/notes.ts'
import { useWatchStore } from '../stores/watch.ts'

const LEAVES_MS = 1_000 // a click that removed the caret has reached its target by then

/**
 * The calls that have a card: the live ones, and one that ended while its note was being written. That one stays where
 * it is until the user leaves it, so that no letter, caret or half-composed character is lost.
 */
export function useShownCards(page: Document): {
  readonly cards: ComputedRef<readonly Call[]>
  readonly isEnded: (call: CallKey) => boolean
} {
  const watched = useWatchStore()
  const notes = useNotesStore()
  const later = useDebounce()
  const heldKey = shallowRef<CallKey | null>(null)

  const isInside = (call: CallKey): boolean =>
    callOf(page.activeElement?.closest('[data-notes]') ?? null) === call

  function wait(call: CallKey): void {
    later.run(LEAVES_MS, () => (isInside(call) && isEnded(call) ? wait(call) : (heldKey.value = null)))
  }

  watch(
    () => notes.writing,
    (call, before) => {
      later.cancel()
      if (call !== null) heldKey.value = call
      else if (before !== null && before !== undefined) wait(before)
    },
    { immediate: true, flush: 'sync' },
  )

  const isEnded = (call: CallKey): boolean => !watched.cards.some(({ key }) => key === call)
  const cards = computed((before?: readonly Call[]) => keepRow(before ?? [], watched.cards, heldKey.value))
  return { cards, isEnded }
}
