import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { Copied, DemoStart, VisibleViews, WindowState } from '../../core/contract.ts'
import type { Call, CallKey, CopyWhat } from '../../core/domain.ts'
import { orderCards } from './order-cards.ts'
import { newest } from './newest.ts'
import { asFailed, useCompanion } from '../use-companion.ts'

/** Everything main watches, and the window's requests about it. `state` is null until the first response. */
export const useWatchStore = defineStore('watch', () => {
  const companion = useCompanion()
  const { value: state, ...main } = newest<WindowState>(
    (accept) => companion.on('state', accept),
    () => companion.ask('state:read'),
  )
  const cards = shallowRef<readonly Call[]>([])
  watch(
    state,
    (now) => {
      const before = cards.value.map(({ key }) => key)
      cards.value = orderCards(before, now?.watch.calls ?? [])
    },
    { flush: 'sync' },
  )
  const copiedAs = shallowRef<{ readonly call: CallKey; readonly answer: Promise<Copied> } | null>(null)

  /** A failed connection to main counts as a failed copy. */
  const copy = (key: CallKey, what: CopyWhat): Promise<Copied> =>
    companion.request('call:copy', key, what).catch(asFailed)

  /**
   * Copies a call with the template of that name, or the default one for null; `copiedAs` marks the call's own card.
   */
  function copyAs(key: CallKey, template: string | null): Promise<Copied> {
    const answer = companion.request('call:copy-as', key, template).catch(asFailed)
    copiedAs.value = { call: key, answer }
    return answer
  }

  const copyWaiting = (queueId: string, callId: string): Promise<Copied> =>
    companion.request('queue:copy', queueId, callId).catch(asFailed)

  const startDemo = (): Promise<DemoStart> => companion.request('demo:start').catch(asFailed)

  return {
    state,
    /** The calls in the order of their cards. */
    cards,
    /** Whether what is on screen is the API's current state. */
    live: computed(() => state.value?.watch.connection.kind === 'live'),
    demo: computed(() => state.value?.demo ?? false),
    /** Notes are in memory only: the history file can't be written yet. */
    isHeld: computed(() => state.value?.journalTrouble?.kind === 'memory'),
    ...main,
    copy,
    copyAs,
    /** The last call that was copied with a template. */
    copiedAs,
    /** Copies the number of a waiting caller. */
    copyWaiting,
    startDemo,
    stopDemo: () => companion.send('demo:stop'),
    clearMissed: () => companion.send('missed:clear'),
    /** Removes one missed call from the list. */
    dismissMissed: (key: CallKey) => companion.send('missed:dismiss', key),
    /** Undoes that. */
    restoreMissed: (key: CallKey) => companion.send('missed:restore', key),
    readCallLog: () => companion.send('call-log:read-now'),
    pause: (minutes: 15 | 60) => companion.send('alerts:pause', minutes),
    endPause: () => companion.send('alerts:pause', null),
    /** Reports to main what is on screen. */
    look: (views: VisibleViews) => companion.send('view:look', views),
    pollNow: () => companion.send('poll:now'),
    recordProblem: () => companion.send('problem:record'),
    stopRecording: () => companion.send('problem:stop'),
    hide: () => companion.send('window:hide'),
  }
})
