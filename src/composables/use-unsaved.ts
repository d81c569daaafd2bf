import { onScopeDispose, watch } from 'vue'
import { useUnsavedStore } from '../stores/unsaved.ts'

/** Prevents main from closing the window's page while `isUnsaved`, and the caller lives. */
export function useUnsaved(isUnsaved: () => boolean): void {
  const store = useUnsavedStore()
  const holder = Symbol('unsaved')
  watch(isUnsaved, (on) => store.hold(holder, on), { immediate: true })
  onScopeDispose(() => store.hold(holder, false))
}
