import { computed, shallowRef, watch } from 'vue'
import { useOnDocument } from '../parts/use-on-document.ts'
import { usePopupStore } from '../stores/popup.ts'

/** Reports to main whether the pointer or the focus is in the popup, which doesn't hide meanwhile. */
export function useHold(page: Document): void {
  const popup = usePopupStore()
  const pointed = shallowRef(false)
  const focused = shallowRef(page.hasFocus())
  const held = computed(() => pointed.value || focused.value)
  useOnDocument(page, 'pointermove', () => (pointed.value = true))
  useOnDocument(page, 'pointerleave', () => (pointed.value = false))
  useOnDocument(page, 'focusin', () => (focused.value = true))
  useOnDocument(page, 'focusout', ({ relatedTarget }) => (focused.value = relatedTarget !== null))
  watch(held, (now) => void popup.hold(now), { immediate: page.hasFocus() })
}
