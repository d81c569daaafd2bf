import { computed, watch, type ComputedRef } from 'vue'
import { useSettingsStore } from '../stores/settings.ts'
import { useViewStore, type Tab } from '../stores/view.ts'
import { useWatchStore } from '../stores/watch.ts'
import { useWords } from '../composables/use-words.ts'

export interface TabShown {
  readonly view: Tab
  readonly title: string
  readonly count: number
  /** The count, shortened to fit on a tab. */
  readonly shown: string
  /** The count in words. */
  readonly description: string
  /** False: the count is from earlier. */
  readonly live: boolean
}

/** The available tabs: queues if some are watched, the team if the wide view is on. */
export function useTabs(): ComputedRef<readonly TabShown[]> {
  const words = useWords()
  const watched = useWatchStore()
  const settings = useSettingsStore()
  return computed(() => {
    const missed = (watched.state?.missed ?? []).filter(
      (one) => !one.seen && one.calledBack === undefined,
    ).length
    const { connection, queues } = watched.state?.queues ?? { connection: { kind: 'off' }, queues: [] }
    const waiting = queues.reduce((sum, queue) => sum + queue.waiting, 0)
    const live = connection.kind === 'live'
    return [
      tab('calls', words.value.calls.title, missed, words.value.tray.missed(missed)),
      ...(connection.kind === 'off'
        ? []
        : [
            {
              ...tab('queues', words.value.views.titles.queues, waiting, words.value.views.waiting(waiting)),
              live,
            },
          ]),
      ...(settings.settings.wideView ? [tab('team', words.value.views.titles.team)] : []),
      tab('history', words.value.views.titles.history),
    ]
  })
}

const MAX_COUNT = 999 // wider would push the other tabs off

const tab = (view: Tab, title: string, count = 0, description = ''): TabShown => ({
  view,
  title,
  count,
  shown: count > MAX_COUNT ? `${MAX_COUNT}+` : String(count),
  description,
  live: true,
})

/** Returns to the calls when the open tab no longer exists. */
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
