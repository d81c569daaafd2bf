import { nextTick, watch } from 'vue'
import { useDiallingStore } from '../stores/dialling.ts'
import { useShapeStore } from '../stores/shape.ts'
import { useUnsavedStore } from '../stores/unsaved.ts'
import { useViewStore } from '../stores/view.ts'

/**
 * Returns the focus to where it was when the window unfolds, and tells main while something is open that folding would
 * hide. Without the keyboard, focusing an element doesn't take it.
 */
export function useFold(page: Document): void {
  const shape = useShapeStore()
  const view = useViewStore()
  const dialling = useDiallingStore()
  const unsaved = useUnsavedStore()
  let before: Element | null = null

  watch(
    () => shape.folded,
    async (folded) => {
      if (folded) return void (before = page.activeElement)
      await nextTick()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    },
    { flush: 'sync' },
  )
  watch(
    () => view.keysListed || dialling.fieldOpen || unsaved.any,
    (held) => void shape.hold(held),
  )
}
