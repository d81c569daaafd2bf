import type { GlobalKeyFace } from '../desktop/desktop-state.ts'
import type { Link } from './link.ts'

export interface KeyListener {
  /** Listens to the keys of this window too: the page's own, or a frame's. */
  hear(window: Window): void
  draw(keys: readonly GlobalKeyFace[]): void
}

const CODES: Readonly<Record<string, string>> = {
  ' ': 'space',
  '+': 'plus',
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
}

/** Global shortcuts that the app has registered: the app receives them before any page does. */
export function createKeyListener(link: Link): KeyListener {
  let taken: readonly GlobalKeyFace[] = []

  function press(event: KeyboardEvent): void {
    const found = taken.find((key) => means(event, key))
    if (found === undefined) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!event.repeat) link.say({ type: 'global-key', accelerator: found.accelerator })
  }

  return {
    hear: (window) => window.addEventListener('keydown', press, { capture: true }),
    draw: (keys) => (taken = keys),
  }
}

function means(event: KeyboardEvent, { keys }: GlobalKeyFace): boolean {
  const held =
    event.ctrlKey === keys.control &&
    event.altKey === keys.alt &&
    event.shiftKey === keys.shift &&
    event.metaKey === keys.meta
  return held && (keyOf(event) === keys.key || event.key.toLowerCase() === keys.key)
}

/** For letters and digits, by position on the keyboard: with another layout it is the same key. */
function keyOf({ code, key }: KeyboardEvent): string {
  const plain = /^(?:Key|Digit)(.)$/.exec(code)?.[1]
  const small = key.toLowerCase()
  return plain?.toLowerCase() ?? CODES[small] ?? small
}
