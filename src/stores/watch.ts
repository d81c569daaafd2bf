import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Copied, DemoStart, VisibleViews, WindowState } from '../../core/contract.ts'
import type { Call, CallKey, CopyWhat } from '../../core/domain.ts'
import { orderCards } from '../calls/order-cards.ts'
import { useCompanion } from '../use-companion.ts'

/** Everything main watches, and the window's requests about it. `state` is null until the first response. */
export const useWatchStore = defineStore('watch', () => {
  const companion = useCompanion()
  const state = shallowRef<WindowState | null>(null)
  const cards = shallowRef<readonly Call[]>([])

  const copiedAs = shallowRef<{ readonly call: CallKey; readonly answer: Promise<Copied> } | null>(null)

  function accept(next: WindowState): void {
    if (state.value !== null && next.revision < state.value.revision) return
    state.value = next
    cards.value = orderCards(
      cards.value.map((call) => call.key),
      next.watch.calls,
    )
  }

  /** Reads the state again. If main does not respond, nothing changes on screen. */
  async function read(): Promise<void> {
    const answer = await companion.request('state:read').catch(() => null)
    if (answer !== null) accept(answer)
  }

  /** Subscribes first, then reads: nothing can be missed in between. Returns a function that unsubscribes. */
  function start(): () => void {
    const stop = companion.on('state', accept)
    void read()
    return stop
  }

  /** A failed connection to main counts as a failed copy. */
  const copy = (key: CallKey, what: CopyWhat): Promise<Copied> =>
    companion.request('call:copy', key, what).catch((): Copied => ({ kind: 'failed' }))

  /**
   * Copies a call with the template of that name, or the default one for null; `copiedAs` marks the call's own card.
   */
  function copyAs(key: CallKey, template: string | null): Promise<Copied> {
    const answer = companion.request('call:copy-as', key, template).catch((): Copied => ({ kind: 'failed' }))
    copiedAs.value = { call: key, answer }
    return answer
  }

  const copyWaiting = (queueId: string, callId: string): Promise<Copied> =>
    companion.request('queue:copy', queueId, callId).catch((): Copied => ({ kind: 'failed' }))

  const startDemo = (): Promise<DemoStart> =>
    companion.request('demo:start').catch((): DemoStart => ({ kind: 'failed' }))

  return {
    state,
    /** The calls in the order of their cards. */
    cards,
    /** Whether what is on screen is the API's current state. */
    live: computed(() => state.value?.watch.connection.kind === 'live'),
    demo: computed(() => state.value?.demo ?? false),
    /** Notes are in memory only: the history file can't be written yet. */
    isHeld: computed(() => state.value?.journalTrouble?.kind === 'memory'),
    start,
    read,
    copy,
    copyAs,
    /** The last call that was copied with a template. */
    copiedAs,
    /** Copies the number of a waiting caller. */
    copyWaiting,
    startDemo,
    stopDemo: () => send(companion.request('demo:stop')),
    clearMissed: () => send(companion.request('missed:clear')),
    /** Removes one missed call from the list. */
    dismissMissed: (key: CallKey) => send(companion.request('missed:dismiss', key)),
    /** Undoes that. */
    restoreMissed: (key: CallKey) => send(companion.request('missed:restore', key)),
    readCallLog: () => send(companion.request('call-log:read-now')),
    pause: (minutes: 15 | 60) => send(companion.request('alerts:pause', minutes)),
    endPause: () => send(companion.request('alerts:pause', null)),
    /** Reports to main what is on screen. */
    look: (views: VisibleViews) => send(companion.request('view:look', views)),
    pollNow: () => send(companion.request('poll:now')),
    recordProblem: () => send(companion.request('problem:record')),
    stopRecording: () => send(companion.request('problem:stop')),
    hide: () => send(companion.request('window:hide')),
  }
})

/** These don't wait for a response: their result is in the next state. */
const send = async (request: Promise<unknown>): Promise<void> => {
  await request.catch(() => undefined)
}
