import { useOnDocument } from '../parts/use-on-document.ts'
import { useShapeStore } from '../stores/shape.ts'
import { useWatchStore } from '../stores/watch.ts'

/**
 * Escape closes one thing at a time, the innermost first: it presses the last button on the page that has it in
 * `aria-keyshortcuts`, and hides the window if there is none. Menus and dialogs are closed by the browser.
 */
export function useEscape(page: Document): void {
  const watched = useWatchStore()
  const shape = useShapeStore()
  useOnDocument(page, 'keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || event.repeat) return
    if (page.querySelector(':popover-open, dialog[open]') !== null) return
    // The folded window has nothing to close; what it hides stays as it is.
    if (shape.folded) return void watched.hide()
    const closer = [...page.querySelectorAll<HTMLElement>('[aria-keyshortcuts="Escape"]')].at(-1)
    if (closer === undefined) return void watched.hide()
    closer.focus()
    closer.click()
  })
}
