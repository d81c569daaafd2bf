import { nextTick, watch, type Ref } from 'vue'

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index + count - 1) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
}

/**
 * The keyboard in a menu: its first entry has the focus when it opens, arrows go round, Escape closes it and nothing
 * else. `press` is for keydown on what holds the entries.
 */
export function useMenuKeys(
  menu: Ref<HTMLElement | null>,
  open: Ref<boolean>,
  close: () => Promise<void>,
): (event: KeyboardEvent) => void {
  const entries = (): HTMLElement[] => [
    ...(menu.value?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
  ]

  watch(open, async (isOpen) => {
    if (!isOpen) return
    await nextTick()
    entries()[0]?.focus()
  })

  return (event) => {
    if (!open.value) return
    // Tab leaves a menu; where it goes from the button is the browser's to say.
    if (event.key === 'Tab') return void close()
    const step = STEPS[event.key]
    if (event.key !== 'Escape' && step === undefined) return
    event.stopPropagation()
    event.preventDefault()
    if (step === undefined) return void close()
    const all = entries()
    all[
      step(
        all.findIndex((entry) => entry === document.activeElement),
        all.length,
      )
    ]?.focus()
  }
}
