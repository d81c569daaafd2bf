import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { useCompanion } from '../use-companion.ts'
import { useWatchStore } from './watch.ts'

const UNDER_WAY: ReadonlySet<string> = new Set(['requested', 'own-leg', 'dialling'])

/**
 * Placed and ended calls. Each click has its own id, made here: main sends at most one request for it, however often
 * the click is repeated.
 */
export const useDiallingStore = defineStore('dialling', () => {
  const companion = useCompanion()
  const watched = useWatchStore()
  const view = computed(() => watched.state?.dialling ?? null)
  /** Whether the field for a number is open. */
  const fieldOpen = ref(false)
  const newId = (): string => crypto.randomUUID()

  return {
    dial: computed(() => view.value?.dial ?? null),
    hangUp: computed(() => view.value?.hangUp ?? null),
    /** The extension that calls can be placed from; null if none. */
    from: computed(() => view.value?.from ?? null),
    /** The extension whose calls can be ended; null if none. */
    hangsUp: computed(() => view.value?.hangsUp ?? null),
    /** Whether a call is being placed, so that no other one can be. */
    busy: computed(() => UNDER_WAY.has(view.value?.dial?.stage ?? '')),
    fieldOpen,
    askCall: (key: CallKey) => companion.send('dial:call', newId(), key),
    askWaiting: (queueId: string, callId: string) => companion.send('dial:waiting', newId(), queueId, callId),
    askColleague: (extension: string) => companion.send('dial:colleague', newId(), extension),
    askText: (text: string) => companion.send('dial:text', newId(), text),
    confirm: (id: string) => companion.send('dial:confirm', id),
    close: (id: string) => companion.send('dial:close', id),
    endCalls: (calls: number) => companion.send('dial:hang-up', calls),
    closeHangUp: () => companion.send('dial:close-hang-up'),
  }
})
