import { nextTick, ref, type Ref } from 'vue'
import type { CallKey } from '../../core/domain.ts'
import { callOf } from '../composables/call-of.ts'

const STEPS: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (_index, last) => last,
}

/**
 * Arrow keys, Home and End from row to row of a list of which only a part is drawn. Rows are the elements with
 * `data-call`; the first button of a row takes the focus. `focused`: the focused row, to stay drawn.
 */
export function useRowKeys(
  list: Ref<HTMLElement | null>,
  keys: () => readonly CallKey[],
): {
  readonly focused: Readonly<Ref<CallKey | null>>
  readonly enter: (event: FocusEvent) => void
  readonly leave: () => void
  readonly press: (event: KeyboardEvent) => Promise<void>
} {
  const focused = ref<CallKey | null>(null)

  function drawn(key: CallKey): HTMLElement | null {
    const rows = [...(list.value?.querySelectorAll<HTMLElement>('[data-call]') ?? [])]
    return rows.find((row) => row.dataset['call'] === key)?.querySelector('button') ?? null
  }

  async function press(event: KeyboardEvent): Promise<void> {
    const step = STEPS[event.key]
    if (step === undefined || !(event.target instanceof HTMLButtonElement)) return
    const all = keys()
    const next = all[step(all.indexOf(callOf(event.target) ?? ''), all.length - 1)]
    if (next === undefined) return
    event.preventDefault()
    focused.value = next
    await nextTick()
    drawn(next)?.focus()
  }

  return {
    focused,
    enter: ({ target }) => (focused.value = callOf(target)),
    leave: () => (focused.value = null),
    press,
  }
}
