import { watch } from 'vue'
import { useWatchStore } from '../stores/watch.ts'
import { useOnDocument } from '../parts/use-on-document.ts'

/** Reads at once, and again whenever main's state has changed; while the page is hidden it waits until it is shown. */
export function useRefetch(read: () => void, page: Document = document): void {
  const watched = useWatchStore()
  let readAt: number | null = null

  function settle(): void {
    const revision = watched.state?.revision ?? 0
    if (page.visibilityState !== 'visible' || revision === readAt) return
    readAt = revision
    read()
  }

  watch(() => watched.state?.revision, settle, { immediate: true })
  useOnDocument(page, 'visibilitychange', settle)
}
