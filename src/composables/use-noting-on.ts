import { nextTick, watch, type Ref } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { useViewStore } from '../stores/view.ts'
import { useClock } from './use-clock.ts'

const SOON_MS = 3_000 // until an ended call is in the list; later the person is at something else

/**
 * Who was typing a note when the call ended goes on typing it in the list of ended calls: its row is opened, and its
 * note gets the focus. `list` holds the rows, which are the elements with `data-call`.
 */
export function useNotingOn(
  calls: () => readonly { readonly key: CallKey }[],
  list: Ref<HTMLElement | null>,
  open: (key: CallKey) => void,
): void {
  const view = useViewStore()
  const clock = useClock()

  watch(
    [() => view.noting, calls],
    async ([noting, known]) => {
      if (noting === null || !known.some(({ key }) => key === noting.call)) return
      view.noting = null
      if (clock.now() - noting.at > SOON_MS) return
      open(noting.call)
      await nextTick()
      const rows = [...(list.value?.querySelectorAll<HTMLElement>('[data-call]') ?? [])]
      const note = rows.find((row) => row.dataset['call'] === noting.call)?.querySelector('textarea')
      note?.focus()
      note?.setSelectionRange(note.value.length, note.value.length)
    },
    { flush: 'post' },
  )
}
