import { computed, nextTick, onMounted, onScopeDispose, ref, watch, type ComputedRef } from 'vue'
import type { Part } from './use-sections.ts'
import { useOnDocument } from '../parts/use-on-document.ts'

/**
 * Which section of a long page is being read, and the function that jumps to another. The reading line is a third below
 * the top of the scroller, and moves to its end over the last screenful, so that short last sections are reached.
 */
export function useCurrentSection(
  parts: readonly Part[],
  page: Document,
): {
  /** Null before anything is drawn. */
  readonly current: ComputedRef<Part | null>
  /** Scrolls its heading to the top and focuses it. */
  readonly go: (part: Part) => Promise<void>
} {
  const read = ref<string | null>(null)
  /** The section jumped to stays the current one until the reader scrolls on. */
  let jumped: Jump | null = null

  function look(): void {
    const scroller = page.querySelector(SCROLLER)
    if (scroller === null) return
    if (jumped !== null && scroller.scrollHeight !== jumped.height) return settle(jumped)
    if (jumped?.scrolled === scroller.scrollTop) return void (read.value = jumped.id)
    jumped = null
    const line = readingLine(scroller)
    const reached = parts.filter(({ id }) => topOf(page, id) <= line)
    read.value = (reached.at(-1) ?? parts[0])?.id ?? null
  }

  function stayAt(id: string): void {
    const { scrollTop: scrolled, scrollHeight: height } = page.querySelector(SCROLLER) ?? NOWHERE
    read.value = id
    jumped = { id, scrolled, height, top: topOf(page, id) }
  }

  function show(id: string): void {
    sectionOf(page, id)?.scrollIntoView({ block: 'start' })
    stayAt(id)
  }

  /** Something above or below it changed size; the reader did nothing. */
  function settle({ id, top }: Jump): void {
    if (Math.abs(topOf(page, id) - top) > 1) show(id)
    else stayAt(id)
  }

  /** Sections grow and shrink under the reader: a form is opened, the text is made larger. */
  const sizes = new ResizeObserver(() => (jumped === null ? look() : settle(jumped)))
  const watchSizes = (): void => {
    sizes.disconnect()
    for (const { id } of parts) {
      const section = sectionOf(page, id)
      if (section !== null) sizes.observe(section)
    }
  }

  onMounted(() => {
    watchSizes()
    look()
  })
  watch(() => parts.length, watchSizes, { flush: 'post' })
  onScopeDispose(() => sizes.disconnect())
  useOnDocument(page, 'scroll', look, { capture: true })

  return {
    current: computed(() => parts.find(({ id }) => id === read.value) ?? parts[0] ?? null),
    async go({ id }) {
      await nextTick()
      page.getElementById(id)?.focus({ preventScroll: true })
      show(id)
    },
  }
}

/** The scroll position when a section was jumped to, CSS pixels. */
interface Jump {
  readonly id: string
  readonly scrolled: number
  readonly height: number
  /** The position of its heading, in the window. */
  readonly top: number
}

const SCROLLER = 'main .scroller'
const NOWHERE = { scrollTop: 0, scrollHeight: 0 }

function readingLine(scroller: Element): number {
  const { top, height } = scroller.getBoundingClientRect()
  const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop
  return top + Math.max(height / 3, height - left)
}

const sectionOf = (page: Document, id: string): Element | null =>
  page.getElementById(id)?.closest('section') ?? null

const topOf = (page: Document, id: string): number =>
  page.getElementById(id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY
