import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Show } from '../../core/contract.ts'
import type { CallKey } from '../../core/domain.ts'
import { useCompanion } from '../use-companion.ts'

/** Tabs are side by side; pages are above them and can be closed. */
export type Tab = 'calls' | 'queues' | 'team' | 'history'
export type View = Tab | 'settings' | 'report'

/** Which view is open, and the call that main wants shown until it is in view. */
export const useViewStore = defineStore('view', () => {
  const companion = useCompanion()
  const open = ref<View>('calls')
  /** The views under the open page, the lowest first. */
  const under = shallowRef<readonly View[]>([])
  const wanted = shallowRef<CallKey | null>(null)
  /** Whether it is wanted for its note. */
  const noteWanted = ref(false)
  /** The history's search was requested before it existed. */
  const searching = ref(false)
  /** Whether the list of shortcuts is open. */
  const keysListed = ref(false)

  function tab(view: Tab): void {
    open.value = view
    under.value = []
  }

  function page(view: 'settings' | 'report'): void {
    if (open.value === view) return
    const before = under.value.indexOf(view)
    under.value = before === -1 ? [...under.value, open.value] : under.value.slice(0, before)
    open.value = view
  }

  function show(what: Show): void {
    if (what.view === 'calls') tab('calls')
    else page(what.view)
    wanted.value = what.view === 'calls' ? what.call : null
    noteWanted.value = what.view === 'calls' && what.note === true
  }

  return {
    open,
    under,
    wanted,
    noteWanted,
    searching,
    keysListed,
    tab,
    page,
    show,
    search(): void {
      tab('history')
      searching.value = true
    },
    back(): void {
      open.value = under.value.at(-1) ?? 'calls'
      under.value = under.value.slice(0, -1)
    },
    /** The requested call is in view, or no longer exists. */
    settle: () => (wanted.value = null),
    /** Returns a function that unsubscribes. */
    start: (): (() => void) => companion.on('show', show),
  }
})
