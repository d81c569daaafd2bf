import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

/** Which callers have unsaved text stored nowhere else. */
export const useUnsavedStore = defineStore('unsaved', () => {
  const holders = shallowRef<ReadonlySet<symbol>>(new Set())

  function hold(holder: symbol, on: boolean): void {
    const next = new Set(holders.value)
    if (on) next.add(holder)
    else next.delete(holder)
    holders.value = next
  }

  return { hold, any: computed(() => holders.value.size > 0) }
})
