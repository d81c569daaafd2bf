import { useOnDocument } from '../parts/use-on-document.ts'
import { usePopupStore } from '../stores/popup.ts'

const STEP_PX = 16
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP_PX, 0],
  ArrowRight: [STEP_PX, 0],
  ArrowUp: [0, -STEP_PX],
  ArrowDown: [0, STEP_PX],
}

/** For users without a pointer: the arrow keys move the popup, Escape dismisses the focused call, or the last. In a note they have their usual meaning. */
export function usePopupKeys(page: Document): void {
  const popup = usePopupStore()
  useOnDocument(page, 'keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return
    if (event.target instanceof HTMLTextAreaElement) return
    const step = STEPS[event.key]
    if (step !== undefined) {
      event.preventDefault()
      void popup.drag(...step)
      void popup.drop()
    }
    if (event.key === 'Escape' && !event.repeat) dismiss(page)
  })
}

function dismiss(page: Document): void {
  const buttons = [...page.querySelectorAll<HTMLElement>('[aria-keyshortcuts="Escape"]')]
  const own = buttons.find((button) => button.closest('article')?.contains(page.activeElement) === true)
  const button = own ?? buttons.at(-1)
  button?.click()
}
