import { computed, shallowRef, type ComputedRef } from 'vue'
import type { Saved } from '../../core/contract.ts'
import { savedFeedback, type Feedback } from '../account/account-answer.ts'
import { useAllWords } from '../composables/use-words.ts'
import { useDebounce } from '../composables/use-debounce.ts'

const SAVED_MS = 1500 // long enough to read one word; a refusal stays until the next try

/** Saves a setting, and shows the result in place. `save` returns whether it was saved. */
export function useSaving(): {
  /** The result of the last change; null if there is nothing to show. */
  readonly saving: ComputedRef<Feedback | null>
  readonly save: (change: Promise<Saved | null>) => Promise<boolean>
  /** Clears the result. */
  readonly forget: () => void
} {
  const words = useAllWords()
  const later = useDebounce()
  /** Undefined if there is none, null if main gave none. */
  const answer = shallowRef<Saved | null>()
  let last: Promise<Saved | null> | null = null

  function forget(): void {
    later.cancel()
    answer.value = undefined
  }

  async function save(change: Promise<Saved | null>): Promise<boolean> {
    forget()
    last = change
    const result = await change
    const isSaved = result?.kind === 'saved'
    // The result of an earlier change must not replace that of a later one.
    if (last !== change) return isSaved
    answer.value = result
    if (isSaved) later.run(SAVED_MS, forget)
    return isSaved
  }

  const saving = computed(() =>
    answer.value === undefined ? null : savedFeedback(answer.value, words.value),
  )
  return { saving, save, forget }
}
