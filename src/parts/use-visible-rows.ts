import { computed, onUpdated, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { firstBelow, visibleRows, type VisibleRows } from './visible-rows.ts'

const MARGIN_PX = 200 // drawn beyond the view on both sides, so that Tab and a fast scroll always find a row
const ROW_PX = 64 // assumed height of a row that hasn't been drawn yet

interface ListParts {
  /** The element that scrolls; the list's positioned ancestor. */
  readonly scroller: Ref<HTMLElement | null>
  /** Its children with `data-call` are the rows. */
  readonly list: Ref<HTMLElement | null>
  readonly keys: () => readonly CallKey[]
  /** Drawn wherever they are: the focused or open row. */
  readonly alwaysDrawn: () => readonly (CallKey | null)[]
  /** Whether the row at this index stays at the top of the view above those after it. */
  readonly sticks: (index: number) => boolean
}

/** The rows of a long list that are near the view. Heights are measured as rows are drawn. */
export function useVisibleRows(parts: ListParts): ComputedRef<VisibleRows> {
  const { scroller, list, keys, alwaysDrawn, sticks } = parts
  const span = shallowRef({ from: -MARGIN_PX, to: MARGIN_PX })
  /** Wrapped anew at each change: it has too many entries to be copied. */
  const heights = shallowRef({ of: new Map<CallKey, number>() })

  function look(): void {
    if (scroller.value === null || list.value === null) return
    const top = scroller.value.scrollTop - list.value.offsetTop
    const next = { from: top - MARGIN_PX, to: top + scroller.value.clientHeight + MARGIN_PX }
    if (next.from !== span.value.from || next.to !== span.value.to) span.value = next
  }

  function measure(): void {
    const drawn = [...(list.value?.querySelectorAll<HTMLElement>(':scope > [data-call]') ?? [])]
    const { of } = heights.value
    let changed = false
    for (const row of drawn) {
      const key = row.dataset['call'] ?? ''
      const height = row.getBoundingClientRect().height
      if (Math.abs((of.get(key) ?? 0) - height) <= 0.5) continue
      of.set(key, height)
      changed = true
    }
    if (changed) heights.value = { of }
  }

  const sizes = new ResizeObserver(() => {
    look()
    measure()
  })
  // A list that is drawn together with its scroller receives it only a moment later.
  watch(
    [scroller, list],
    ([view, rows], _before, whenOver) => {
      view?.addEventListener('scroll', look, { passive: true })
      for (const one of [view, rows]) if (one !== null) sizes.observe(one)
      whenOver(() => {
        view?.removeEventListener('scroll', look)
        sizes.disconnect()
      })
      look()
      measure()
    },
    { immediate: true, flush: 'post' },
  )
  onUpdated(measure)

  const tops = computed(() => {
    const { of } = heights.value
    const all = keys()
    const found = new Float64Array(all.length + 1)
    let top = 0
    for (const [index, key] of all.entries()) found[index + 1] = top += of.get(key) || ROW_PX
    return found
  })

  return computed(() => {
    const all = keys()
    const wanted = alwaysDrawn().map((key) => (key === null ? -1 : all.indexOf(key)))
    let stuck = firstBelow(tops.value, span.value.from + MARGIN_PX)
    while (stuck >= 0 && !sticks(stuck)) stuck -= 1
    return visibleRows(tops.value, span.value, [...wanted, stuck])
  })
}
