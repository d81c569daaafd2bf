/**
 * What happy-dom lacks for popovers: a button opens or closes the one that it names, with events before and after.
 * Escape, a click elsewhere and the focus are handled by the browser: tests/e2e covers those.
 */
export function playPopovers(): void {
  HTMLElement.prototype.hidePopover = function hide() {
    turn(this, 'closed')
  }
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[popovertarget]') : null
    const panel = document.getElementById(button?.getAttribute('popovertarget') ?? '')
    if (panel !== null) turn(panel, OPEN.has(panel) ? 'closed' : 'open')
  })
}

const OPEN = new WeakSet<HTMLElement>()

function turn(panel: HTMLElement, newState: 'open' | 'closed'): void {
  panel.dispatchEvent(Object.assign(new Event('beforetoggle'), { newState }))
  if (newState === 'open') OPEN.add(panel)
  else OPEN.delete(panel)
  panel.dispatchEvent(Object.assign(new Event('toggle'), { newState }))
}
