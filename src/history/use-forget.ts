import { shallowRef, type Ref } from 'vue'
import type { HistoryCall } from '../../core/history/history-call.ts'
import { useHistoryStore } from '../stores/history.ts'

export type Forgetting =
  /** `uncounted`: main could not count them; `failed`: it is unknown whether they were deleted. */
  | { readonly kind: 'none' | 'counting' | 'uncounted' | 'forgetting' | 'not-deleted' | 'failed' }
  | { readonly kind: 'asked'; readonly calls: number }

/**
 * Deleting a caller: counted first, done only when confirmed. `forget` returns the number of calls, or null if they aren't
 * known to be deleted.
 */
export function useForget(call: () => HistoryCall): {
  readonly state: Readonly<Ref<Forgetting>>
  readonly ask: () => Promise<void>
  readonly takeBack: () => void
  readonly forget: () => Promise<number | null>
} {
  const store = useHistoryStore()
  const state = shallowRef<Forgetting>({ kind: 'none' })

  async function ask(): Promise<void> {
    state.value = { kind: 'counting' }
    const calls = await store.countCaller(call().key)
    if (state.value.kind === 'counting')
      state.value = calls === null ? { kind: 'uncounted' } : { kind: 'asked', calls }
  }

  async function forget(): Promise<number | null> {
    state.value = { kind: 'forgetting' }
    const done = await store.forget(call().key)
    if (done?.kind === 'deleted') {
      state.value = { kind: 'none' }
      return done.calls
    }
    state.value = { kind: done?.kind ?? 'failed' }
    return null
  }

  return { state, ask, takeBack: () => (state.value = { kind: 'none' }), forget }
}
