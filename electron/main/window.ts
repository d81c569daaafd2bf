import type { BrowserWindow, Point, WebContents } from 'electron/main'
import type { Clock } from '../../core/clock.ts'
import type { Pushes, PushChannel, Show } from '../../core/contract.ts'

export const WINDOW_SIZE = { width: 392, height: 600 }

const TOGGLE_MS = 300 // a click on the tray icon blurs the window first; within this time it is the same click

/** The tray window: made when first needed, hidden rather than closed. */
export interface TrayWindow {
  /** Brings it up with the focus, because a person asked. */
  open(show?: Show): void
  /** Brings it up and leaves the focus where it is. */
  appear(): void
  hide(): void
  /** Opens it, or hides it when it is open: for the tray icon. */
  toggle(): void
  isVisible(): boolean
  /** Whether there is one, on screen or hidden. */
  exists(): boolean
  /** Sends, if the window is on screen: a hidden one costs nothing and reads again when it is shown. */
  push<C extends PushChannel>(channel: C, ...args: Parameters<Pushes[C]>): void
  /**
   * Sends whether it is on screen or not: makes the window, hidden, where there is none, and waits for its page. What
   * still waits on that channel is dropped for this.
   */
  reach<C extends PushChannel>(channel: C, ...args: Parameters<Pushes[C]>): void
  /** The page has subscribed and read: what waited to be shown is sent now. */
  ready(): void
  /** True for the main frame of this window, at its own address. */
  owns(frame: { readonly url: string } | null): boolean
  /** Lets it close for good. */
  end(): void
}

export type NativeWindow = Pick<
  BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'showInactive'
  | 'focus'
  | 'hide'
  | 'isVisible'
  | 'isFocused'
  | 'isDestroyed'
  | 'setPosition'
  | 'on'
  | 'once'
  | 'destroy'
> & { readonly webContents: Pick<WebContents, 'send' | 'on' | 'setWindowOpenHandler' | 'isDevToolsOpened'> }

export interface TrayWindowParts {
  readonly create: () => NativeWindow
  readonly url: string
  readonly place: () => Point
  readonly clock: Clock
  /** It came on screen: time to push what a hidden window was spared. */
  readonly onShown: () => void
  readonly onHidden: () => void
  /** A person looks at it (true), or no longer does. */
  readonly onAttention: (looking: boolean) => void
}

export function createTrayWindow({
  create,
  url,
  place,
  clock,
  onShown,
  onHidden,
  onAttention,
}: TrayWindowParts): TrayWindow {
  let native: NativeWindow | null = null
  let painted = false
  let pageReady = false
  let ending = false
  let waiting: Show | null = null
  const unreached = new Map<PushChannel, readonly unknown[]>()
  let wanted: 'focus' | 'quiet' | null = null
  let blurredAt = -Infinity

  function existing(): NativeWindow {
    if (native !== null && !native.isDestroyed()) return native
    painted = false
    pageReady = false
    native = create()
    guard(native.webContents, url)
    listen(native)
    native.loadURL(url).catch(() => undefined) // the window stays blank; opening it again loads it again
    return native
  }

  function listen(window: NativeWindow): void {
    window.once('ready-to-show', () => {
      painted = true
      bringUp(window)
    })
    window.on('show', onShown)
    window.on('focus', () => onAttention(true))
    window.on('hide', () => {
      onHidden()
      onAttention(false)
    })
    window.on('blur', () => {
      onAttention(false)
      if (window.webContents.isDevToolsOpened()) return
      blurredAt = clock.now()
      window.hide()
    })
    window.on('close', (event) => {
      if (ending) return
      event.preventDefault()
      window.hide()
    })
    window.webContents.on('render-process-gone', () => window.destroy())
  }

  function bringUp(window: NativeWindow): void {
    if (!painted || wanted === null) return
    const { x, y } = place()
    window.setPosition(x, y)
    if (wanted === 'quiet') window.showInactive()
    else {
      window.show()
      window.focus()
    }
    wanted = null
  }

  function bring(how: 'focus' | 'quiet'): void {
    wanted = how
    bringUp(existing())
  }

  const visible = (): boolean => native !== null && !native.isDestroyed() && native.isVisible()

  function hide(): void {
    wanted = null
    if (visible()) native?.hide()
  }

  function tellWaiting(): void {
    if (!pageReady || waiting === null) return
    native?.webContents.send('show', waiting)
    waiting = null
  }

  function open(show?: Show): void {
    waiting = show ?? waiting
    bring('focus')
    tellWaiting()
  }

  return {
    open,
    appear: () => bring('quiet'),
    hide,
    toggle() {
      const sameClick = clock.now() - blurredAt < TOGGLE_MS
      if (visible() && native?.isFocused() === true) hide()
      else if (!sameClick) open()
    },
    isVisible: visible,
    exists: () => native !== null && !native.isDestroyed(),
    push(channel, ...args) {
      if (visible()) native?.webContents.send(channel, ...args)
    },
    reach(channel, ...args) {
      const window = existing()
      if (pageReady) window.webContents.send(channel, ...args)
      else unreached.set(channel, args)
    },
    ready() {
      pageReady = true
      tellWaiting()
      for (const [channel, args] of unreached) native?.webContents.send(channel, ...args)
      unreached.clear()
    },
    owns: (frame) => frame !== null && sameHome(frame.url, url),
    end() {
      ending = true
      native?.destroy()
    },
  }
}

/** No other page, no other window: the window shows what was built, or nothing. */
function guard(contents: NativeWindow['webContents'], url: string): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => {
    if (!sameHome(event.url, url)) event.preventDefault()
  })
}

/** Scheme, host and port alike. (`origin` is "null" for an own scheme.) */
function sameHome(one: string, other: string): boolean {
  const [a, b] = [URL.parse(one), URL.parse(other)]
  return a !== null && b !== null && a.protocol === b.protocol && a.host === b.host
}
