import type { Rectangle } from '../desktop/desktop-state.ts'

/** An element with attributes (null omits one) and children. */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** A button, and what a press does. */
export function button(
  press: () => void,
  attributes: Readonly<Record<string, string | null>>,
  ...children: (Node | string)[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children)
  made.addEventListener('click', press)
  return made
}

/** Puts an element at this position of the desktop, in this size. */
export const place = ({ style }: HTMLElement, { x, y, width, height }: Rectangle): void =>
  void Object.assign(style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` })
