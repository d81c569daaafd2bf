import { nextTick, watch, type Ref } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { useNotesStore } from '../stores/notes.ts'
import { useViewStore } from '../stores/view.ts'
import { useWatchStore } from '../stores/watch.ts'

/** Scrolls to the call that main requested and focuses its card, or opens its note, as soon as the calls are known. */
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
    if (card !== undefined && view.noteWanted) openNote(card, view.wanted)
    view.settle()
  }

  /** Its field may be on screen, or appears now and takes the focus itself. */
  function openNote(card: HTMLElement, call: CallKey): void {
    notes.open(call)
    card.querySelector<HTMLElement>('[data-note]')?.focus()
  }

  watch([() => view.wanted, () => watched.state], bring, { immediate: true, flush: 'post' })
}
