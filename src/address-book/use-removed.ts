import { shallowRef, type Ref } from 'vue'
import type { Entry } from '../../core/address-book/entry.ts'
import type { NotSaved } from '../../core/address-book/book-result.ts'
import { useDebounce } from '../composables/use-debounce.ts'
import { useBookStore } from '../stores/book.ts'

const UNDO_MS = 20_000 // for how long removing can be undone, and on while the button for it has the focus

/** Removes entries, and lets the user undo the last removal. */
export function useRemoved(isUndoing: () => boolean): {
  /** The last removed entry; null once that can no longer be undone. */
  readonly removed: Readonly<Ref<Entry | null>>
  /** Why the last change wasn't saved; null if it was. */
  readonly failed: Readonly<Ref<NotSaved['why'] | null>>
  readonly remove: (entry: Entry) => Promise<void>
  readonly undo: () => Promise<void>
} {
  const book = useBookStore()
  const waiting = useDebounce()
  const removed = shallowRef<Entry | null>(null)
  const failed = shallowRef<NotSaved['why'] | null>(null)

  function offer(entry: Entry): void {
    removed.value = entry
    const wait = (): void =>
      waiting.run(UNDO_MS, () => {
        if (isUndoing()) wait()
        else removed.value = null
      })
    wait()
  }

  return {
    removed,
    failed,
    async remove(entry) {
      const result = await book.remove(entry.id)
      failed.value = result.kind === 'not-saved' ? result.why : null
      if (result.kind === 'removed') offer(entry)
    },
    async undo() {
      if (removed.value === null) return
      const result = await book.restore(removed.value.id)
      failed.value = result.kind === 'not-saved' ? result.why : null
      if (result.kind !== 'not-saved') removed.value = null
    },
  }
}
