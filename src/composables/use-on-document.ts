import { onScopeDispose } from 'vue'

/** Listens on the document as long as the caller lives. */
export function useOnDocument<K extends keyof DocumentEventMap>(
  page: Document,
  event: K,
  listener: (event: DocumentEventMap[K]) => void,
): void {
  page.addEventListener(event, listener)
  onScopeDispose(() => page.removeEventListener(event, listener))
}
