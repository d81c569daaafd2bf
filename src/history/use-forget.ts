import { shallowRef, type Ref } from 'vue'
import type { HistoryCall } from '../../core/history/history-call.ts'
import { useHistoryStore } from '../stores/history.ts'

export type Forgetting =
  /** `uncounted`: main could not count them; `failed`: something may be left. */
  | { readonly kind: 'none' | 'counting' | 'uncounted' | 'forgetting' | 'failed' }
  | { readonly kind: 'asked'; readonly calls: number }

/** Deleting a caller: counted first, done only when confirmed. `forget` returns the number of calls, or null. */
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
    const gone = await store.forget(call().key)
    state.value = { kind: gone === null ? 'failed' : 'none' }
    return gone
  }

  return { state, ask, takeBack: () => (state.value = { kind: 'none' }), forget }
}
