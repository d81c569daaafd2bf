import { computed, onMounted, ref, watch } from 'vue'
import { useUnsavedStore } from '../stores/unsaved.ts'
import { useViewStore } from '../stores/view.ts'
import { viewUrl, readViewUrl } from './view-url.ts'
import { useOnDocument } from '../parts/use-on-document.ts'

const FRAMES = 120 // about two seconds: by then a long list has been read

/**
 * Stores in the window's own address which view is open and how far it is scrolled, and starts there: a page that main
 * closed, or that crashed, is restored from its address.
 */
export function useViewUrl({ document: page, history, location }: Window): void {
  const view = useViewStore()
  const unsaved = useUnsavedStore()
  const first = readViewUrl(location.hash)
  view.open = first.view
  view.under = first.under
  const top = ref(first.top)
  const hash = computed(() =>
    viewUrl({ view: view.open, under: view.under, top: top.value, unsaved: unsaved.any }),
  )

  watch(hash, (now) => history.replaceState(null, '', now === '' ? location.pathname : now))
  watch(
    () => view.open,
    () => (top.value = 0),
  )
  useOnDocument(page, 'scrollend', () => (top.value = scroller(page)?.scrollTop ?? 0), { capture: true })

  /** Scrolls there as soon as enough content has loaded. */
  function scroll(frames: number): void {
    const area = scroller(page)
    if (area !== null) area.scrollTop = first.top
    const there = area !== null && area.scrollTop >= first.top - 1
    if (!there && frames > 0 && top.value === first.top) requestAnimationFrame(() => scroll(frames - 1))
  }
  onMounted(() => {
    if (first.top > 0) scroll(FRAMES)
  })
}

/** Some views scroll only a part of themselves. */
const scroller = (page: Document): HTMLElement | null =>
  page.querySelector<HTMLElement>('main .scroller') ?? page.querySelector('main')
