import { onScopeDispose } from 'vue'

/** Listens on the document until the calling component is unmounted. */
export function useOnDocument<K extends keyof DocumentEventMap>(
  page: Document,
  event: K,
  listener: (event: DocumentEventMap[K]) => void,
  { capture = false }: { readonly capture?: boolean } = {},
): void {
  page.addEventListener(event, listener, capture)
  onScopeDispose(() => page.removeEventListener(event, listener, capture))
}
