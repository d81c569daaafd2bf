import { shallowRef, watch, type Ref } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { useHistoryStore } from '../stores/history.ts'
import { useWatchStore } from '../stores/watch.ts'
import type { Feedback } from '../account/account-answer.ts'
import { useAllWords } from '../composables/use-words.ts'

/** A call's outcome label: shown as chosen at once, reverted if it could not be stored. */
export function useOutcomeLabel(
  call: CallKey,
  stored: () => string,
  saved: (label: string) => void,
): {
  /** `''` for none. */
  readonly chosen: Readonly<Ref<string>>
  /** Why it was not stored; null if there is nothing to show. */
  readonly feedback: Readonly<Ref<Feedback | null>>
  /** Choosing the current one again removes it. */
  readonly choose: (label: string) => Promise<void>
} {
  const store = useHistoryStore()
  const watched = useWatchStore()
  const words = useAllWords()
  const chosen = shallowRef(stored())
  const feedback = shallowRef<Feedback | null>(null)
  watch(stored, (label) => (chosen.value = label))

  async function choose(label: string): Promise<void> {
    const next = label === chosen.value ? '' : label
    chosen.value = next
    feedback.value = null
    const answer = await store.label(call, next === '' ? null : next)
    if (answer === true) {
      // "Saved" means on disk.
      if (watched.isHeld) feedback.value = { tone: 'bad', text: words.value.note.held }
      return saved(next)
    }
    if (chosen.value === next) chosen.value = stored()
    feedback.value = { tone: 'bad', text: words.value.outcomes[answer === null ? 'failed' : 'gone'] }
  }

  return { chosen, feedback, choose }
}
