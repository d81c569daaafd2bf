import { computed, nextTick, onMounted, ref, type ComputedRef } from 'vue'
import type { Part } from './use-parts.ts'
import { useOnDocument } from './use-on-document.ts'

/**
 * Which part of a long page is being read, and the way to another. The line of reading is at the top of what scrolls
 * when that is at its start, and goes down to its end with it, so that short last parts have their turn.
 */
export function useCurrentPart(
  parts: readonly Part[],
  page: Document,
): {
  /** Null before anything is drawn. */
  readonly current: ComputedRef<Part | null>
  /** Brings its heading to the top and gives it the focus. */
  readonly go: (part: Part) => Promise<void>
} {
  const read = ref<string | null>(null)
  /** What was jumped to is the current one until the page is scrolled on. */
  let jumped: { readonly id: string; readonly top: number } | null = null

  function look(): void {
    const place = page.querySelector(SCROLLER)
    if (place === null) return
    if (jumped?.top === place.scrollTop) return void (read.value = jumped.id)
    jumped = null
    const line = readingLine(place)
    const reached = parts.filter(({ id }) => topOf(page, id) <= line)
    read.value = (reached.at(-1) ?? parts[0])?.id ?? null
  }

  onMounted(look)
  useOnDocument(page, 'scroll', look, { capture: true })

  return {
    current: computed(() => parts.find(({ id }) => id === read.value) ?? parts[0] ?? null),
    async go({ id }) {
      await nextTick()
      const heading = page.getElementById(id)
      heading?.closest('section')?.scrollIntoView({ block: 'start' })
      heading?.focus({ preventScroll: true })
      read.value = id
      jumped = { id, top: page.querySelector(SCROLLER)?.scrollTop ?? 0 }
    },
  }
}

const SCROLLER = 'main .scroller'
const MARGIN = 64 // CSS pixels: a heading this near the line has been reached

function readingLine(place: Element): number {
  const { top, height } = place.getBoundingClientRect()
  const hidden = place.scrollHeight - place.clientHeight
  return top + MARGIN + (hidden > 0 ? place.scrollTop / hidden : 0) * height
}

const topOf = (page: Document, id: string): number =>
  page.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY
