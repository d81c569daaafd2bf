import { shallowRef, type Ref } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { useDebounce } from '../composables/use-debounce.ts'
import { useWatchStore } from '../stores/watch.ts'

const UNDO_MS = 20_000 // for how long removing can be undone, and on while the button for it has the focus

/** Removes missed calls from the list, and lets the user undo the last removal. */
export function useDismissed(isUndoing: () => boolean): {
  /** What the last removal removed; empty once it can no longer be undone. */
  readonly dismissed: Readonly<Ref<readonly CallKey[]>>
  readonly dismiss: (key: CallKey) => void
  readonly clear: () => void
  readonly undo: () => void
} {
  const watched = useWatchStore()
  const waiting = useDebounce()
  const dismissed = shallowRef<readonly CallKey[]>([])

  function offer(keys: readonly CallKey[]): void {
    dismissed.value = keys
    const wait = (): void =>
      waiting.run(UNDO_MS, () => {
        if (isUndoing()) wait()
        else dismissed.value = []
      })
    wait()
  }

  return {
    dismissed,
    dismiss(key) {
      offer([key])
      void watched.dismissMissed(key)
    },
    clear() {
      offer((watched.state?.missed ?? []).map(({ key }) => key))
      void watched.clearMissed()
    },
    undo() {
      for (const key of dismissed.value) void watched.restoreMissed(key)
      dismissed.value = []
    },
  }
}
