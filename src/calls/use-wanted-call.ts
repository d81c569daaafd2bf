import { nextTick, watch, type Ref } from 'vue'
import { useNotesStore } from '../stores/notes.ts'
import { useViewStore } from '../stores/view.ts'
import { useWatchStore } from '../stores/watch.ts'

/** Scrolls to the call that main requested and focuses its card, as soon as the calls are known. */
export function useWantedCall(root: Ref<HTMLElement | null>): void {
  const view = useViewStore()
  const watched = useWatchStore()
  const notes = useNotesStore()

  async function bring(): Promise<void> {
    if (view.wanted === null || watched.state === null) return
    await nextTick()
    const cards = [...(root.value?.querySelectorAll<HTMLElement>('[data-call]') ?? [])]
    const card = cards.find((candidate) => candidate.dataset['call'] === view.wanted)
    card?.scrollIntoView({ block: 'nearest' })
    notes.leave()
    card?.focus({ preventScroll: true })
    view.settle()
  }

  watch([() => view.wanted, () => watched.state], bring, { immediate: true, flush: 'post' })
}
