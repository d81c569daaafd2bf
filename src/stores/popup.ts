import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { PopupView } from '../../core/ipc/popup-view.ts'
import type { Call, CallKey } from '../../core/domain.ts'
import { newest } from './newest.ts'
import { useCompanion } from '../use-companion.ts'

/** What the ring popup shows, as sent by main; `view` is null until the first response. */
export const usePopupStore = defineStore('popup', () => {
  const companion = useCompanion()
  const { value: view, start } = newest<PopupView>(
    (accept) => companion.on('popup', accept),
    () => companion.ask('popup:read'),
  )

  return {
    view,
    calls: computed((): readonly Call[] => view.value?.calls ?? []),
    start,
    /** Reports to main that this revision is drawn, and the height it needs. */
    drawn: (revision: number, height: number) => companion.send('popup:drawn', revision, height),
    /** The user drags it (distance from where the drag started, CSS pixels), and releases it. */
    drag: (right: number, down: number) => companion.send('popup:drag', right, down),
    drop: () => companion.send('popup:drop'),
    /** The user writes the note of a call, or has finished. */
    note: (key: CallKey | null) => companion.send('popup:note', key),
    /** The pointer or the focus is in it. */
    hold: (held: boolean) => companion.send('popup:hold', held),
    open: (key: CallKey) => companion.send('popup:open', key),
    dismiss: (key: CallKey) => companion.send('popup:dismiss', key),
  }
})
