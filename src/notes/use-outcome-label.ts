import { shallowRef, watch, type Ref } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { useHistoryStore } from '../stores/history.ts'
import { useWatchStore } from '../stores/watch.ts'
import type { Told } from '../account/account-answer.ts'
import { useWords } from '../composables/use-words.ts'

/** A call's outcome label: shown as chosen at once, taken back where it could not be kept. */
export function useOutcomeLabel(
  call: CallKey,
  kept: () => string,
  saved: (label: string) => void,
): {
  /** `''` for none. */
  readonly chosen: Readonly<Ref<string>>
  /** Why it was not kept; null while there is nothing to say. */
  readonly told: Readonly<Ref<Told | null>>
  /** The chosen one again takes it away. */
  readonly choose: (label: string) => Promise<void>
} {
  const store = useHistoryStore()
  const watched = useWatchStore()
  const words = useWords()
  const chosen = shallowRef(kept())
  const told = shallowRef<Told | null>(null)
  watch(kept, (label) => (chosen.value = label))

  async function choose(label: string): Promise<void> {
    const next = label === chosen.value ? '' : label
    chosen.value = next
    told.value = null
    const answer = await store.label(call, next === '' ? null : next)
    if (answer === true) {
      // "Saved" is on disk.
      if (watched.isHeld) told.value = { tone: 'bad', text: words.value.history.note.held }
      return saved(next)
    }
    if (chosen.value === next) chosen.value = kept()
    told.value = { tone: 'bad', text: words.value.outcomes[answer === null ? 'failed' : 'gone'] }
  }

  return { chosen, told, choose }
}
