import type { WindowFace } from '../desktop/desktop-state.ts'
import type { ToPage } from '../desktop/to-page.ts'
import { createAppRegions } from './app-region.ts'
import { element, place } from './element.ts'
import type { Link } from './link.ts'
import { createGrip, type Grip } from './grip.ts'
import { createOldFrame, type OldFrame } from './old-frame.ts'

export interface Frames {
  draw(windows: readonly WindowFace[], dark: boolean): void
  /** A message for the page inside a window. */
  send(message: Extract<ToPage, { type: 'ipc-answer' | 'ipc-error' | 'ipc-push' }>): void
  /** Returns the keyboard to the focused window. */
  focusAgain(): void
  /** The user clicked outside every window. */
  blur(): void
}

interface DrawnFrame {
  readonly frame: HTMLIFrameElement
  readonly old: OldFrame
  readonly grip: Grip
  face: WindowFace
  dark: boolean
}

/**
 * The app's windows as frames, at their real size and position. `opened`: called with each page that a frame has
 * loaded.
 */
export function createFrames(container: HTMLElement, link: Link, opened: (window: Window) => void): Frames {
  const drawn = new Map<number, DrawnFrame>()
  const moveByRegion = createAppRegions(link)

  function add(face: WindowFace): DrawnFrame {
    const frame = element('iframe', { class: 'window', allow: 'autoplay' })
    const grip = createGrip(link, () => made.face)
    const made = { frame, grip, old: createOldFrame(frame), face: { ...face, load: 0 }, dark: false }
    frame.addEventListener('load', () => {
      if (frame.contentWindow === null || made.face.load === 0) return
      opened(frame.contentWindow)
      tellVisibility(made)
      post(made, { type: 'theme', dark: made.dark })
      link.say({ type: 'window', id: face.id, did: 'loaded' })
    })
    drawn.set(face.id, made)
    container.append(frame, grip.element)
    return made
  }

  function update(made: DrawnFrame, face: WindowFace, dark: boolean): void {
    const { frame, face: before } = made
    made.face = face
    place(frame, face.bounds)
    made.dark = dark
    post(made, { type: 'theme', dark })
    frame.title = face.title
    frame.dataset['level'] = face.level
    // Those that stay on top are above the others, the popup's level above the window's.
    frame.style.zIndex = face.level === '' ? '' : face.level === 'floating' ? '2' : '3'
    made.grip.draw()
    if (before.visible && !face.visible) made.old.keep()
    frame.hidden = !face.drawn
    frame.style.visibility = face.visible ? '' : 'hidden'
    if (face.visible && !before.visible) made.old.flash()
    if (face.load !== before.load) frame.src = face.src
    if (face.pageVisible !== before.pageVisible || face.drawn !== before.drawn) tellVisibility(made)
    // Focusing a frame again would take the focus from the element that has it in there.
    if (face.focused && !before.focused && document.activeElement !== frame) frame.focus()
    if (!face.visible && document.activeElement === frame) frame.blur()
  }

  window.addEventListener('message', (event) => {
    const from = [...drawn.values()].find(({ frame }) => frame.contentWindow === event.source)
    if (from === undefined || event.origin !== location.origin) return
    const data: unknown = event.data
    if (typeof data !== 'object' || data === null || !('type' in data)) return
    if (data.type === 'app-region') moveByRegion(from.face, data)
    if (!FROM_FRAMES.has(data.type)) return
    link.pass({ ...data, id: from.face.id })
  })
  // The page loses the focus when a frame gets it, which is the only sign of that.
  window.addEventListener('blur', () => {
    const focused = [...drawn.values()].find(({ frame }) => frame === document.activeElement)
    if (focused !== undefined) link.say({ type: 'window', id: focused.face.id, did: 'focus' })
  })

  return {
    draw(windows, dark) {
      for (const face of windows) update(drawn.get(face.id) ?? add(face), face, dark)
      for (const [id, { frame, old, grip }] of drawn) {
        if (windows.some((face) => face.id === id)) continue
        frame.remove()
        grip.element.remove()
        old.drop()
        drawn.delete(id)
      }
    },
    send(message) {
      const made = drawn.get(message.id)
      if (made !== undefined) post(made, message)
    },
    focusAgain() {
      for (const { frame, face } of drawn.values()) if (face.focused) frame.focus()
    },
    blur() {
      for (const { face } of drawn.values())
        if (face.focused) link.say({ type: 'window', id: face.id, did: 'blur' })
    },
  }
}

const FROM_FRAMES: ReadonlySet<unknown> = new Set([
  'ipc-invoke',
  'ipc-send',
  'window-open',
  'window-address',
  'window',
])

const tellVisibility = (made: DrawnFrame): void =>
  post(made, { type: 'visibility', visible: made.face.pageVisible, drawn: made.face.drawn })

const post = ({ frame }: DrawnFrame, message: object): void =>
  frame.contentWindow?.postMessage(message, location.origin)
