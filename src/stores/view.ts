import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Show } from '../../core/contract.ts'
import type { CallKey } from '../../core/domain.ts'
import { useCompanion } from './use-companion.ts'

/** Which view is open, and the call that main asked to bring into view until it is. */
export const useViewStore = defineStore('view', () => {
  const companion = useCompanion()
  const open = ref<Show['view']>('calls')
  const wanted = shallowRef<CallKey | null>(null)

  function show(what: Show): void {
    open.value = what.view
    wanted.value = what.view === 'calls' ? what.call : null
  }

  return {
    open,
    wanted,
    show,
    /** The wanted call is in view, or is no longer there to be. */
    settle: () => (wanted.value = null),
    /** Returns its own end. */
    start: (): (() => void) => companion.on('show', show),
  }
})
