import { shallowRef, watch, type Ref } from 'vue'
import { useDebounce } from './use-debounce.ts'
import { useOnDocument } from '../parts/use-on-document.ts'

const ARMED_AFTER_MS = 500 // a click aimed at something else has landed by then

/**
 * Whether buttons act. What appears or moves under a pointer must not catch a click aimed at what was there before:
 * buttons act half a second after `layout` last changed or the page appeared on screen.
 */
export function useClickGuard(layout: () => string, page: Document): Readonly<Ref<boolean>> {
  const later = useDebounce()
  const armed = shallowRef(false)

  function disarm(): void {
    armed.value = false
    later.run(ARMED_AFTER_MS, () => (armed.value = true))
  }

  watch(layout, disarm, { immediate: true, flush: 'sync' })
  useOnDocument(page, 'visibilitychange', disarm)
  return armed
}
