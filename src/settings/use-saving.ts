import { onScopeDispose, shallowRef, type Ref } from 'vue'
import type { Saved } from '../../core/contract.ts'
import { useClock } from '../composables/use-clock.ts'

const SAVED_MS = 1500 // long enough to read one word; a refusal stays until the next try

/** What came of the last change; null while there is nothing to say. */
export type SavingAnswer = Saved | { readonly kind: 'no-answer' } | null

/** Saves a setting and keeps what came of it, to be shown in place. `save` gives whether it was saved. */
export function useSaving(): {
  readonly answer: Readonly<Ref<SavingAnswer>>
  readonly save: (change: Promise<Saved | null>) => Promise<boolean>
  /** What was said holds no longer. */
  readonly forget: () => void
} {
  const clock = useClock()
  const answer = shallowRef<SavingAnswer>(null)
  let stop: () => void = () => undefined
  onScopeDispose(() => stop())

  function forget(): void {
    stop()
    answer.value = null
  }

  async function save(change: Promise<Saved | null>): Promise<boolean> {
    forget()
    answer.value = (await change) ?? { kind: 'no-answer' }
    if (answer.value.kind !== 'saved') return false
    stop = clock.after(SAVED_MS, forget)
    return true
  }

  return { answer, save, forget }
}
