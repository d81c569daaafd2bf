import type { BrowserWindow, Rectangle, WebContents } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import type { PopupView, SettingsView } from '../../../core/contract.ts'
import type { Sender } from '../ipc/owns-request.ts'
import { guardNavigation, isSameHome } from '../window/navigation-guard.ts'
import { watchPage } from '../window/watch-page.ts'

const SETTLED_MS = 400 // a drag is over: Linux tells of every step of it
const ROUNDED_PX = 2 // fractional scales give bounds back that differ by that much
const REST_MS = 60_000 // calls come in bursts; after that its page is let go, for its memory

/** The popup's window: never with the focus, above all others, made when first needed. */
export interface PopupWindow {
  /** Brings it up here, once it has painted, without the focus; or moves it. */
  show(bounds: Rectangle): void
  hide(): void
  isVisible(): boolean
  push(view: PopupView): void
  pushSettings(view: SettingsView): void
  /** True for the popup's own page: by its contents, since a page may give itself another's address. */
  owns(sender: Sender): boolean
  end(): void
}

export type NativePopup = Pick<
  BrowserWindow,
  | 'loadURL'
  | 'showInactive'
  | 'hide'
  | 'isVisible'
  | 'isDestroyed'
  | 'setBounds'
  | 'getBounds'
  | 'on'
  | 'once'
  | 'destroy'
> & { readonly webContents: Pick<WebContents, 'id' | 'send' | 'on' | 'setWindowOpenHandler'> }

export interface PopupWindowParts {
  readonly create: () => NativePopup
  readonly url: string
  readonly clock: Clock
  /** A person has put it somewhere else. */
  readonly onMoved: (bounds: Rectangle) => void
  /** Its page can't be had, by a reason for the log. */
  readonly onFailed: (why: string) => void
}

export function createPopupWindow({ create, url, clock, onMoved, onFailed }: PopupWindowParts): PopupWindow {
  let native: NativePopup | null = null
  let painted = false
  let wanted: Rectangle | null = null
  /** A person drags it: what it shows meanwhile must not pull it back. */
  let dragged = false
  let stopRest = (): void => undefined
  let stopMove = (): void => undefined

  const existing = (): NativePopup | null => (native === null || native.isDestroyed() ? null : native)

  function make(): NativePopup {
    painted = false
    const made = create()
    native = made
    guardNavigation(made.webContents, url)
    made.webContents.on('will-navigate', (event) => {
      if (event.url !== url) event.preventDefault()
    })
    made.once('ready-to-show', () => {
      painted = true
      bringUp(made)
    })
    made.on('move', () => {
      stopMove()
      dragged = isElsewhere(made)
      stopMove = clock.after(SETTLED_MS, () => tellMoved(made))
    })
    watchPage(made, clock, (why) => fail(made, why))
    made
      .loadURL(url)
      .catch((error: unknown) => fail(made, error instanceof Error ? error.message : 'not loaded'))
    return made
  }

  function tellMoved(window: NativePopup): void {
    dragged = false
    if (wanted === null || window.isDestroyed() || !isElsewhere(window)) return
    const { x, y } = window.getBounds()
    wanted = { ...wanted, x, y }
    onMoved(wanted)
  }

  function isElsewhere(window: NativePopup): boolean {
    if (wanted === null || !window.isVisible()) return false
    const { x, y } = window.getBounds()
    return Math.abs(x - wanted.x) > ROUNDED_PX || Math.abs(y - wanted.y) > ROUNDED_PX
  }

  function fail(window: NativePopup, why: string): void {
    if (window !== native || window.isDestroyed()) return
    window.destroy()
    native = null
    onFailed(why)
  }

  function bringUp(window: NativePopup): void {
    if (!painted || wanted === null) return
    const { x, y } = dragged ? window.getBounds() : wanted
    window.setBounds({ ...wanted, x, y })
    if (!window.isVisible()) window.showInactive()
  }

  return {
    show(bounds) {
      stopRest()
      if (bounds.x !== wanted?.x || bounds.y !== wanted.y) dragged = false
      wanted = bounds
      bringUp(existing() ?? make())
    },
    hide() {
      const window = existing()
      stopMove()
      if (dragged && window !== null) tellMoved(window)
      wanted = null
      dragged = false
      if (window === null) return
      if (window.isVisible()) window.hide()
      stopRest()
      stopRest = clock.after(REST_MS, () => {
        existing()?.destroy()
        native = null
      })
    },
    isVisible: () => existing()?.isVisible() === true,
    push: (view) => existing()?.webContents.send('popup', view),
    pushSettings: (view) => existing()?.webContents.send('settings', view),
    owns: (sender) => sender.contents === existing()?.webContents.id && isSameHome(sender.url, url),
    end() {
      stopRest()
      stopMove()
      existing()?.destroy()
      native = null
    },
  }
}
