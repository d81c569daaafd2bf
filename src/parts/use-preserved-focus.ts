import { onBeforeUpdate, onUpdated, type Ref } from 'vue'

/**
 * Keeps the focus in a list whose cards come, go and change places: an element that was only moved gets it back,
 * and when its card is gone, the card that took its place gets it, or else the one before, or else the list.
 * Cards are the elements with `data-call`.
 */
export function useKeptFocus(list: Ref<HTMLElement | null>): void {
  let held: HTMLElement | null = null
  let place = 0
  const cards = (): HTMLElement[] => [...(list.value?.querySelectorAll<HTMLElement>('[data-call]') ?? [])]

  onBeforeUpdate(() => {
    const active = document.activeElement
    held = active instanceof HTMLElement && list.value?.contains(active) === true ? active : null
    place = cards().findIndex((card) => card.contains(held))
  })

  onUpdated(() => {
    if (held === null || document.activeElement === held) return
    const left = cards()
    const next = held.isConnected ? held : (left[Math.min(place, left.length - 1)] ?? list.value)
    next?.focus({ preventScroll: held.isConnected })
  })
}
