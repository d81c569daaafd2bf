import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { PopupView } from '../../core/ipc/popup-view.ts'
import type { Call, CallKey } from '../../core/domain.ts'
import { useCompanion } from '../use-companion.ts'

/** What the ring popup shows, as sent by main; `view` is null until the first response. */
export const usePopupStore = defineStore('popup', () => {
  const companion = useCompanion()
  const view = shallowRef<PopupView | null>(null)

  function accept(next: PopupView): void {
    if (view.value === null || next.revision >= view.value.revision) view.value = next
  }

  /** Subscribes first, then reads. Returns a function that unsubscribes. */
  function start(): () => void {
    const stop = companion.on('popup', accept)
    void companion
      .request('popup:read')
      .then(accept)
      .catch(() => undefined)
    return stop
  }

  return {
    view,
    calls: computed((): readonly Call[] => view.value?.calls ?? []),
    start,
    /** Reports to main that this revision is drawn, and the height it needs. */
    drawn: (revision: number, height: number) =>
      companion.request('popup:drawn', revision, height).catch(() => undefined),
    /** The user drags it (distance from where the drag started, CSS pixels), and releases it. */
    drag: (right: number, down: number) =>
      companion.request('popup:drag', right, down).catch(() => undefined),
    drop: () => companion.request('popup:drop').catch(() => undefined),
    /** The user writes the note of a call, or has finished. */
    note: (key: CallKey | null) => companion.request('popup:note', key).catch(() => undefined),
    /** The pointer or the focus is in it. */
    hold: (held: boolean) => companion.request('popup:hold', held).catch(() => undefined),
    open: (key: CallKey) => companion.request('popup:open', key).catch(() => undefined),
    dismiss: (key: CallKey) => companion.request('popup:dismiss', key).catch(() => undefined),
  }
})
