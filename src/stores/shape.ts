import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ShapeView } from '../../core/window/shape-view.ts'
import { useCompanion } from '../use-companion.ts'

/** The window's shape, as main decides it: whether it is folded to a strip, and whether it can stay on top. */
export const useShapeStore = defineStore('shape', () => {
  const companion = useCompanion()
  const view = shallowRef<ShapeView>({ folded: false, floats: true })

  return {
    folded: computed(() => view.value.folded),
    floats: computed(() => view.value.floats),
    /** Returns a function that unsubscribes. */
    start: (): (() => void) => companion.on('shape', (now) => (view.value = now)),
    /** The pointer is on the strip, outside its buttons. */
    hover: (over: boolean) => companion.send('window:hover', over),
    /** Something is open that folding would hide. */
    hold: (held: boolean) => companion.send('window:hold', held),
    unfold: () => companion.send('window:unfold'),
    /** The strip needs this height, CSS pixels. */
    fit: (height: number) => companion.send('window:fit', height),
  }
})
