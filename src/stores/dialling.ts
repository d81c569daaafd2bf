import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { useCompanion } from '../use-companion.ts'
import { useWatchStore } from './watch.ts'

const UNDER_WAY: ReadonlySet<string> = new Set(['requested', 'own-leg', 'dialling'])

/**
 * Calls placed from here, and ended. Each click has an id of its own, made here: main sends at most one request for
 * it, however often the click is repeated.
 */
export const useDiallingStore = defineStore('dialling', () => {
  const companion = useCompanion()
  const watched = useWatchStore()
  const view = computed(() => watched.state?.dialling ?? null)
  /** The field for a number is open. */
  const fieldOpen = ref(false)
  const newId = (): string => crypto.randomUUID()

  return {
    dial: computed(() => view.value?.dial ?? null),
    hangUp: computed(() => view.value?.hangUp ?? null),
    /** The extension that calls are placed from; null where none may be. */
    from: computed(() => view.value?.from ?? null),
    /** The extension on which calls may be ended. */
    hangsUp: computed(() => view.value?.hangsUp ?? null),
    /** A call is being placed: no other one can be. */
    busy: computed(() => UNDER_WAY.has(view.value?.dial?.stage ?? '')),
    fieldOpen,
    askCall: (key: CallKey) => send(companion.request('dial:call', newId(), key)),
    askWaiting: (queueId: string, callId: string) =>
      send(companion.request('dial:waiting', newId(), queueId, callId)),
    askColleague: (extension: string) => send(companion.request('dial:colleague', newId(), extension)),
    askText: (text: string) => send(companion.request('dial:text', newId(), text)),
    confirm: (id: string) => send(companion.request('dial:confirm', id)),
    close: (id: string) => send(companion.request('dial:close', id)),
    endCalls: (calls: number) => send(companion.request('dial:hang-up', calls)),
    closeHangUp: () => send(companion.request('dial:close-hang-up')),
  }
})

/** Their result is in the next state. */
const send = (request: Promise<void>): Promise<void> => request.catch(() => undefined)
