import { onScopeDispose, shallowRef, type Ref } from 'vue'
import type { Saved } from '../../core/contract.ts'
import { useClock } from '../composables/use-clock.ts'

const SAVED_MS = 1500 // long enough to read one word; a refusal stays until the next try

/** The result of the last change; null if there is nothing to show. */
export type SavingAnswer = Saved | { readonly kind: 'no-answer' } | null

/** Saves a setting and stores the result, to be shown in place. `save` returns whether it was saved. */
export function useSaving(): {
  readonly answer: Readonly<Ref<SavingAnswer>>
  readonly save: (change: Promise<Saved | null>) => Promise<boolean>
  /** Clears the result. */
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
