import { watch } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { useViewStore } from '../stores/view.ts'
import { useClock } from '../composables/use-clock.ts'

const SOON_MS = 3_000 // until an ended call is in the list; later the person is at something else

/**
 * Who was typing a note when the call ended goes on typing it in the list of ended calls: its row is opened, and its
 * note gets the focus.
 */
export function useCarryNote(
  calls: () => readonly { readonly key: CallKey }[],
  open: (key: CallKey) => void,
): void {
  const view = useViewStore()
  const clock = useClock()

  watch(
    [() => view.noting, calls],
    ([noting, known]) => {
      if (noting === null || !known.some(({ key }) => key === noting.call)) return
      view.noting = null
      if (clock.now() - noting.at > SOON_MS) return
      open(noting.call)
      view.wantedNote = noting.call
    },
    { flush: 'post' },
  )
}
