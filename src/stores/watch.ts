import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Copied, DemoStart, Looking, WindowState } from '../../core/contract.ts'
import type { Call, CallKey, CopyWhat } from '../../core/domain.ts'
import { orderCards } from '../calls/order-cards.ts'
import { useCompanion } from '../use-companion.ts'

/** What main watches, whole, and what the window may ask for about it. `state` is null until the first answer. */
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

  /** Reads the state again. A main that does not answer changes nothing on screen. */
  async function read(): Promise<void> {
    const answer = await companion.request('state:read').catch(() => null)
    if (answer !== null) accept(answer)
  }

  /** Subscribes first, then reads: nothing can fall in between. Returns its own end. */
  function start(): () => void {
    const stop = companion.on('state', accept)
    void read()
    return stop
  }

  /** A failure of the way to main counts as a failed copy. */
  const copy = (key: CallKey, what: CopyWhat): Promise<Copied> =>
    companion.request('call:copy', key, what).catch((): Copied => ({ kind: 'failed' }))

  /** By the template of that name, or by the default one for null; `copiedAs` tells the call's own card. */
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
    /** Whether what is on screen is what the API says now. */
    live: computed(() => state.value?.watch.connection.kind === 'live'),
    demo: computed(() => state.value?.demo ?? false),
    /** What is written now is in memory only: the history's file can't be written yet. */
    isHeld: computed(() => state.value?.journalTrouble?.kind === 'memory'),
    start,
    read,
    copy,
    copyAs,
    /** The last call that was copied by a template. */
    copiedAs,
    /** Copies the number of a caller who waits. */
    copyWaiting,
    startDemo,
    stopDemo: () => tell(companion.request('demo:stop')),
    clearMissed: () => tell(companion.request('missed:clear')),
    pause: (minutes: 15 | 60) => tell(companion.request('alerts:pause', minutes)),
    endPause: () => tell(companion.request('alerts:pause', null)),
    /** Tells main what is on screen. */
    look: (looking: Looking) => tell(companion.request('view:look', looking)),
    pollNow: () => tell(companion.request('poll:now')),
    recordProblem: () => tell(companion.request('problem:record')),
    stopRecording: () => tell(companion.request('problem:stop')),
    hide: () => tell(companion.request('window:hide')),
  }
})

/** Waits for what has no answer of its own: what came of it is seen in the next state. */
const tell = (request: Promise<void>): Promise<void> => request.catch(() => undefined)
