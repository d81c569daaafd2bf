import { computed, onBeforeUnmount, onMounted, onUpdated, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { visibleRows, type VisibleRows } from './visible-rows.ts'

const MARGIN_PX = 400 // drawn beyond the view on both sides, so that Tab and a quick wheel always find a row
const ROW_PX = 64 // a row that was never drawn

interface ListParts {
  /** What scrolls; the list's positioned ancestor. */
  readonly scroller: Ref<HTMLElement | null>
  /** Its children with `data-call` are the rows. */
  readonly list: Ref<HTMLElement | null>
  readonly keys: () => readonly CallKey[]
  /** Drawn wherever they are: what has the focus, or is open. */
  readonly kept: () => readonly (CallKey | null)[]
}

/** The rows of a long list that are near the view. Heights are taken from the rows as they are drawn. */
export function useVisibleRows({ scroller, list, keys, kept }: ListParts): ComputedRef<VisibleRows> {
  const span = shallowRef({ from: -MARGIN_PX, to: MARGIN_PX })
  const heights = shallowRef<ReadonlyMap<CallKey, number>>(new Map())

  function look(): void {
    if (scroller.value === null || list.value === null) return
    const top = scroller.value.scrollTop - list.value.offsetTop
    const next = { from: top - MARGIN_PX, to: top + scroller.value.clientHeight + MARGIN_PX }
    if (next.from !== span.value.from || next.to !== span.value.to) span.value = next
  }

  function measure(): void {
    const drawn = [...(list.value?.querySelectorAll<HTMLElement>(':scope > [data-call]') ?? [])]
    const changed = drawn.flatMap((row): [CallKey, number][] => {
      const key = row.dataset['call'] ?? ''
      const height = row.getBoundingClientRect().height
      return Math.abs((heights.value.get(key) ?? 0) - height) > 0.5 ? [[key, height]] : []
    })
    if (changed.length > 0) heights.value = new Map([...heights.value, ...changed])
  }

  const sizes = new ResizeObserver(() => {
    look()
    measure()
  })
  onMounted(() => {
    scroller.value?.addEventListener('scroll', look, { passive: true })
    for (const one of [scroller.value, list.value]) if (one !== null) sizes.observe(one)
    look()
    measure()
  })
  onUpdated(measure)
  onBeforeUnmount(() => {
    scroller.value?.removeEventListener('scroll', look)
    sizes.disconnect()
  })

  return computed(() => {
    const all = keys()
    const wanted = new Set(kept().map((key) => (key === null ? -1 : all.indexOf(key))))
    const heightOf = (index: number): number => heights.value.get(all[index] ?? '') || ROW_PX
    return visibleRows(all.length, heightOf, span.value, wanted)
  })
}
