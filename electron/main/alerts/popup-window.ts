import type { BrowserWindow, Point, Rectangle, WebContents } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import type { SettingsView } from '../../../core/contract.ts'
import type { PopupView } from '../../../core/ipc/popup-view.ts'
import type { Sender } from '../ipc/owns-request.ts'
import { guardNavigation, isSameHome } from '../window/navigation-guard.ts'
import { watchPage } from '../window/watch-page.ts'

/** The popup's window: above all others, and never focused, except while the user writes a note in it. */
export interface PopupWindow {
  /** Shows it at these bounds: it appears once its page has drawn the content, or moves. */
  show(bounds: Rectangle): void
  /** Its page has drawn the content: it appears, without the focus. */
  drawn(): void
  hide(): void
  /** The user drags it: distance from where it was when the drag began, px. */
  drag(right: number, down: number): void
  /** The user has released it. */
  drop(): void
  /** The user wants to type in it: it takes the focus; or has finished, and it can't be focused any more. */
  type(on: boolean): void
  isVisible(): boolean
  push(view: PopupView): void
  pushSettings(view: SettingsView): void
  /** True for the popup's own page: checked by contents, since a page can change its address. */
  owns(sender: Sender): boolean
  end(): void
}

export type NativePopup = Pick<
  BrowserWindow,
  | 'loadURL'
  | 'showInactive'
  | 'isVisible'
  | 'isDestroyed'
  | 'setBounds'
  | 'getBounds'
  | 'setFocusable'
  | 'setSkipTaskbar'
  | 'focus'
  | 'blur'
  | 'on'
  | 'destroy'
> & { readonly webContents: Pick<WebContents, 'id' | 'send' | 'on' | 'setWindowOpenHandler'> }

export interface PopupWindowParts {
  readonly create: () => NativePopup
  readonly url: string
  readonly clock: Clock
  /** The user dragged it somewhere else. */
  readonly onMoved: (bounds: Rectangle) => void
  /** It was on screen, and is gone. */
  readonly onGone: () => void
  /** Its page failed, with a reason for the log. */
  readonly onFailed: (why: string) => void
}

export function createPopupWindow(parts: PopupWindowParts): PopupWindow {
  const { create, url, clock, onMoved, onGone, onFailed } = parts
  let native: NativePopup | null = null
  let wanted: Rectangle | null = null
  /** Where it was when the user began to drag it: updates meanwhile must not pull it back. */
  let draggedFrom: Point | null = null

  const existing = (): NativePopup | null => (native === null || native.isDestroyed() ? null : native)
  const onScreen = (): NativePopup | null => (existing()?.isVisible() === true ? native : null)

  function make(): NativePopup {
    const made = create()
    native = made
    guardNavigation(made.webContents, url)
    made.webContents.on('will-navigate', (event) => {
      if (event.url !== url) event.preventDefault()
    })
    watchPage(made, clock, (why) => fail(made, why))
    made
      .loadURL(url)
      .catch((error: unknown) => fail(made, error instanceof Error ? error.message : 'not loaded'))
    return made
  }

  function fail(window: NativePopup, why: string): void {
    if (window !== native || window.isDestroyed()) return
    letGo()
    onFailed(why)
  }

  /** Closed instead of hidden: a hidden page isn't drawn, and would briefly show the last caller when it reappears. */
  function letGo(): void {
    draggedFrom = null
    existing()?.destroy()
    native = null
  }

  function moveTo(window: NativePopup, bounds: Rectangle): void {
    const { x, y } = draggedFrom === null ? bounds : window.getBounds()
    window.setBounds({ ...bounds, x, y })
  }

  function drop(): void {
    const window = onScreen()
    if (window === null || wanted === null || draggedFrom === null) return
    const { x, y } = window.getBounds()
    draggedFrom = null
    wanted = { ...wanted, x, y }
    onMoved(wanted)
  }

  return {
    show(bounds) {
      if (bounds.x !== wanted?.x || bounds.y !== wanted.y) draggedFrom = null
      wanted = bounds
      if (existing() === null) make()
      const window = onScreen()
      if (window !== null) moveTo(window, bounds)
    },
    drawn() {
      const window = existing()
      if (window === null || wanted === null || window.isVisible()) return
      moveTo(window, wanted)
      window.showInactive()
    },
    hide() {
      drop()
      wanted = null
      const wasOnScreen = onScreen() !== null
      letGo()
      if (wasOnScreen) onGone()
    },
    drag(right, down) {
      const window = onScreen()
      if (window === null || wanted === null) return
      const { x, y } = (draggedFrom ??= window.getBounds())
      window.setBounds({ ...wanted, x: x + right, y: y + down })
    },
    drop,
    type(on) {
      const window = onScreen()
      if (window === null) return
      window.setFocusable(on)
      // On Windows it would get a button in the taskbar with that.
      window.setSkipTaskbar(true)
      if (on) window.focus()
      else window.blur()
    },
    isVisible: () => onScreen() !== null,
    push: (view) => existing()?.webContents.send('popup', view),
    pushSettings: (view) => existing()?.webContents.send('settings', view),
    owns: (sender) => sender.contents === existing()?.webContents.id && isSameHome(sender.url, url),
    end: letGo,
  }
}
