import { onBeforeUpdate, onUpdated, type Ref } from 'vue'

/**
 * Preserves the focus in a list whose cards are added, removed and moved: a moved element gets it back,
 * and when its card is gone, the card that replaced it gets it, or else the one before, or else the list.
 * Cards are the elements with `data-call`.
 */
export function usePreservedFocus(list: Ref<HTMLElement | null>): void {
  let held: HTMLElement | null = null
  let position = 0
  const cards = (): HTMLElement[] => [...(list.value?.querySelectorAll<HTMLElement>('[data-call]') ?? [])]

  onBeforeUpdate(() => {
    const active = document.activeElement
    held = active instanceof HTMLElement && list.value?.contains(active) === true ? active : null
    position = cards().findIndex((card) => card.contains(held))
  })

  onUpdated(() => {
    if (held === null || document.activeElement === held) return
    const left = cards()
    const next = held.isConnected ? held : (left[Math.min(position, left.length - 1)] ?? list.value)
    next?.focus({ preventScroll: held.isConnected })
  })
}
