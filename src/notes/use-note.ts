import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { useHistoryStore } from '../stores/history.ts'
import { useDebounce } from '../composables/use-debounce.ts'
import { useOnDocument } from '../parts/use-on-document.ts'

const PAUSE_MS = 600 // a pause between two words of someone who types

export type NoteState = 'none' | 'saving' | 'saved' | 'failed' | 'gone'

/** A call's note, saved as it is typed. `kept` is what the history has; what is being typed goes before it. */
export function useNote(
  key: CallKey,
  kept: () => string,
  saved: (note: string) => void,
): {
  readonly text: Ref<string>
  /** In characters: what main takes. */
  readonly longest: number
  readonly state: Readonly<Ref<NoteState>>
  /** Saves at once what waits to be saved. */
  readonly flush: () => void
} {
  const store = useHistoryStore()
  const typing = useDebounce()
  const text = ref(kept())
  const state = shallowRef<NoteState>('none')
  /** What main has, as far as is known. */
  let known = kept()

  async function save(): Promise<void> {
    const note = text.value
    if (note === known) return
    const before = known
    known = note
    state.value = 'saving'
    const answer = await store.note(key, note)
    if (answer === true) saved(note)
    else known = before
    if (note !== text.value) return
    state.value = answer === null ? 'failed' : answer ? 'saved' : 'gone'
  }

  watch(kept, (note) => {
    // Main keeps it without the space that the next word will follow.
    if (note.trim() === known.trim()) return
    if (text.value === known) text.value = note
    known = note
  })
  watch(text, (note) => {
    if (note !== known) typing.run(PAUSE_MS, () => void save())
  })
  useOnDocument(document, 'visibilitychange', typing.flush)
  onScopeDispose(typing.flush)
  return { text, longest: 4000, state, flush: typing.flush }
}
