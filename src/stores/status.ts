import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { StatusView } from '../../core/agent-status/status-view.ts'
import type { NamedStatus } from '../../core/status-words.ts'
import { useCompanion } from '../use-companion.ts'
import { useWatchStore } from './watch.ts'

/** Whether the agent's status can be set, and the window's requests about it. */
export const useStatusStore = defineStore('status', () => {
  const companion = useCompanion()
  const watched = useWatchStore()
  const view = computed((): StatusView => watched.state?.status ?? { kind: 'off' })
  const isInCall = computed(() => view.value.kind === 'offered' && view.value.isInCall)
  /** Logging out during a call waits for a confirmation. */
  const asksLogOut = shallowRef(false)
  /** Main couldn't be reached. */
  const unheard = shallowRef(false)
  // The confirmation is obsolete once the call has ended.
  watch(isInCall, (is) => is || (asksLogOut.value = false))

  async function send(status: NamedStatus): Promise<void> {
    asksLogOut.value = false
    unheard.value = !(await companion.request('status:set', status).then(
      () => true,
      () => false,
    ))
  }

  return {
    view,
    asksLogOut,
    unheard,
    /** Requests it, or asks for confirmation first. The state shows the result. */
    async choose(status: NamedStatus): Promise<void> {
      if (status === 'logout' && isInCall.value) asksLogOut.value = true
      else await send(status)
    },
    confirmLogOut: () => send('logout'),
    stay: () => void (asksLogOut.value = false),
    dismiss: () => companion.send('status:dismiss'),
  }
})
