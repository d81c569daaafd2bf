import { computed, watch, type ComputedRef } from 'vue'
import { useSettingsStore } from '../stores/settings.ts'
import { useViewStore, type Tab } from '../stores/view.ts'
import { useWatchStore } from '../stores/watch.ts'
import { useWords } from './use-words.ts'

export interface TabShown {
  readonly view: Tab
  readonly title: string
  readonly count: number
  /** The count in words. */
  readonly told: string
  /** False: the count is from earlier. */
  readonly live: boolean
}

/** The tabs that there are: queues where some are watched, the team where the wide view is on. */
export function useTabs(): ComputedRef<readonly TabShown[]> {
  const words = useWords()
  const watched = useWatchStore()
  const settings = useSettingsStore()
  const plain = (view: Tab, title: string): TabShown => ({ view, title, count: 0, told: '', live: true })

  return computed(() => {
    const missed = (watched.state?.missed ?? []).filter((one) => !one.seen).length
    const { connection, queues } = watched.state?.queues ?? { connection: { kind: 'off' }, queues: [] }
    const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0)
    const calls = { ...plain('calls', words.value.calls.title), count: missed }
    const lines = { ...plain('queues', words.value.queues.title), count: waiting }
    return [
      { ...calls, told: words.value.views.newMissed(missed) },
      ...(connection.kind === 'off'
        ? []
        : [{ ...lines, told: words.value.queues.badge(waiting), live: connection.kind === 'live' }]),
      ...(settings.settings.wideView ? [plain('team', words.value.team.title)] : []),
      plain('history', words.value.history.title),
    ]
  })
}

/** Goes back to the calls when the open tab is no longer there. */
export function useOpenTab(tabs: ComputedRef<readonly TabShown[]>): void {
  const view = useViewStore()
  watch(
    () => {
      const { open } = view
      const optional = open === 'queues' || open === 'team'
      return optional && tabs.value.every((tab) => tab.view !== open)
    },
    (lost) => lost && view.tab('calls'),
    { immediate: true },
  )
}
