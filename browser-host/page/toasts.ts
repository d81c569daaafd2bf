import type { ToastFace } from '../desktop/desktop-state.ts'
import { button, element } from './element.ts'
import type { Link } from './link.ts'

/** Draws the notifications as toasts, newest last; each reports to the host once that it is on the page. */
export function createToasts(container: HTMLElement, link: Link): (toasts: readonly ToastFace[]) => void {
  const drawn = new Map<string, { readonly node: HTMLElement; readonly text: string }>()
  return (toasts) => {
    for (const [id, { node }] of drawn) {
      if (toasts.some((toast) => toast.id === id)) continue
      node.remove()
      drawn.delete(id)
    }
    for (const toast of toasts) {
      const text = JSON.stringify(toast)
      const before = drawn.get(toast.id)
      if (before?.text === text) continue
      const node = draw(toast, link)
      if (before === undefined) container.append(node)
      else before.node.replaceWith(node)
      drawn.set(toast.id, { node, text })
      link.say({ type: 'toast', id: toast.id, did: 'shown' })
    }
  }
}

function draw({ id, title, body, actions, urgent, silent }: ToastFace, link: Link): HTMLElement {
  const say = (did: 'click' | 'close') => (): void => link.say({ type: 'toast', id, did })
  const lines = [element('strong', { dir: 'auto' }, title), element('span', { dir: 'auto' }, body)]
  const text = button(say('click'), { class: 'toast-text' }, ...lines)
  const close = button(say('close'), { class: 'toast-close', 'aria-label': 'Close notification' }, '×')
  const buttons = actions.map((label, index) =>
    button(() => link.say({ type: 'toast-action', id, index }), {}, label),
  )
  const row = buttons.length === 0 ? [] : [element('div', { class: 'toast-actions' }, ...buttons)]
  const look = ['toast', urgent ? 'urgent' : '', silent ? 'silent' : ''].join(' ').trim()
  return element(
    'article',
    { class: look, 'data-testid': 'toast', 'data-id': id, 'aria-label': title },
    text,
    close,
    ...row,
  )
}
