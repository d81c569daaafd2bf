import { computed, onScopeDispose, watch, type ComputedRef, type WritableComputedRef } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { useNotesStore, type NoteState } from '../stores/notes.ts'

/**
 * A call's note in a field, saved as it is typed. `stored` is what the history has; text being typed takes precedence.
 * `focus` puts the caret into the field.
 */
export function useNote(
  call: CallKey,
  stored: () => string,
  saved: (note: string) => void,
  focus: () => void,
): {
  readonly text: WritableComputedRef<string>
  readonly state: ComputedRef<NoteState>
  /** Saves at once what waits to be saved. */
  readonly save: () => void
} {
  const notes = useNotesStore()
  watch(stored, (note) => notes.receive(call, note), { immediate: true })
  onScopeDispose(notes.show(call, focus))
  const text = computed({
    get: () => notes.of(call)?.text ?? stored(),
    set: (note) => notes.write(call, note),
  })
  const state = computed(() => notes.of(call)?.state ?? 'none')
  watch(state, (now) => now === 'saved' && saved(text.value))
  return { text, state, save: () => notes.save(call) }
}
