import { computed, shallowRef, watch } from 'vue'
import { useViewStore } from '../stores/view.ts'
import { useWatchStore } from '../stores/watch.ts'
import { useOnDocument } from '../parts/use-on-document.ts'

/** Reports to main which of the costly views is on screen, so that the others cost nothing. */
export function useVisibleViews(page: Document): void {
  const view = useViewStore()
  const watched = useWatchStore()
  const visible = shallowRef(page.visibilityState === 'visible')
  useOnDocument(page, 'visibilitychange', () => (visible.value = page.visibilityState === 'visible'))
  const queues = computed(() => visible.value && view.open === 'queues')
  const team = computed(() => visible.value && view.open === 'team')
  watch([queues, team], () => void watched.look({ queues: queues.value, team: team.value }), {
    immediate: true,
  })
}
