import { shallowRef, type Ref } from 'vue'
import type { Entry } from '../../core/address-book/entry.ts'
import type { NotSaved } from '../../core/address-book/book-result.ts'
import { useBookStore } from '../stores/book.ts'

/** Removes entries, and lets the user undo the last removal. */
export function useRemoved(): {
  /** The last removed entry; null once that can no longer be undone. */
  readonly removed: Ref<Entry | null>
  /** Why the last change wasn't saved; null if it was. */
  readonly failed: Readonly<Ref<NotSaved['why'] | null>>
  readonly remove: (entry: Entry) => Promise<void>
  readonly undo: () => Promise<void>
} {
  const book = useBookStore()
  const removed = shallowRef<Entry | null>(null)
  const failed = shallowRef<NotSaved['why'] | null>(null)
  return {
    removed,
    failed,
    async remove(entry) {
      const result = await book.remove(entry.id)
      failed.value = result.kind === 'not-saved' ? result.why : null
      if (result.kind === 'removed') removed.value = entry
    },
    async undo() {
      if (removed.value === null) return
      const result = await book.restore(removed.value.id)
      failed.value = result.kind === 'not-saved' ? result.why : null
      if (result.kind !== 'not-saved') removed.value = null
    },
  }
}
