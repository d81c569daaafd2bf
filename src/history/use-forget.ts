import { shallowRef, type Ref } from 'vue'
import type { HistoryCall } from '../../core/history/history-call.ts'
import { useHistoryStore } from '../stores/history.ts'
import { countCaller, type CallerCount } from './count-caller.ts'

export type Forgetting =
  | { readonly kind: 'none' | 'counting' | 'forgetting' | 'failed' }
  /** `count` is null when it could not be found out. */
  | { readonly kind: 'asked'; readonly count: CallerCount | null }

/** Forgetting a caller: counted first, done only when confirmed. `forget` gives the number of calls, or null. */
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
    const count = await countCaller(call().phone, store.read)
    if (state.value.kind === 'counting') state.value = { kind: 'asked', count }
  }

  async function forget(): Promise<number | null> {
    state.value = { kind: 'forgetting' }
    const gone = await store.forget(call().key)
    state.value = { kind: gone === null ? 'failed' : 'none' }
    return gone
  }

  return { state, ask, takeBack: () => (state.value = { kind: 'none' }), forget }
}
