import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

/** What is half typed and kept nowhere else, by whoever asks for it. */
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
