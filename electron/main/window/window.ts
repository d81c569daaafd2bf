import type { BrowserWindow, WebContents } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import type { Show } from '../../../core/contract.ts'
import type { Pushes, PushChannel } from '../../../core/ipc/channels.ts'
import type { Sender } from '../ipc/owns-request.ts'
import { afterLoad } from './after-load.ts'
import { watchPage } from './watch-page.ts'
import { createWindowFailures } from './window-failures.ts'
import { guardNavigation, isSameHome } from './navigation-guard.ts'
import { createIdleWindow, holdsUnsaved } from './idle-window.ts'
import type { ShapedWindow, WindowShape } from './window-shape.ts'

const TOGGLE_MS = 300 // a click on the tray icon blurs the window first; within this time it is the same click

/**
 * The tray window: created on demand, hidden instead of closed, closed when hidden for long, and restored as it
 * was, also when its page fails. The page's location is in its address.
 */
export interface TrayWindow {
  /** Shows it with the focus, because the user requested it. */
  open(show?: Show): void
  /** Shows it and leaves the focus where it is. */
  appear(): void
  /** Folds it to a strip while there is a call to fold it for, otherwise hides it. */
  hide(): void
  /** Opens it, or puts it away if it is open: for the tray icon. */
  toggle(): void
  isVisible(): boolean
  /** Whether there is one, on screen or hidden. */
  exists(): boolean
  /** Sends if the window is on screen: a hidden one costs nothing and reads again when it is shown. */
  push<C extends PushChannel>(channel: C, ...args: Parameters<Pushes[C]>): void
  /**
   * Sends whether it is on screen or not: creates the window, hidden, if there is none, and waits for its page.
   * Replaces what still waits on that channel.
   */
  reach<C extends PushChannel>(channel: C, ...args: Parameters<Pushes[C]>): void
  /** Closes a hidden one at once, since nothing of it may be seen when it reappears. False if that isn't possible. */
  drop(): boolean
  /** The page has subscribed and read: it may appear, and what waited to be shown is sent now. */
  ready(): void
  /** Flashes its taskbar entry, or stops; does nothing without a window. */
  flash(on: boolean): void
  /** True for this window's own page: checked by contents, since a page can change its address. */
  owns(sender: Sender): boolean
  /** Lets it close for good. */
  end(): void
}

export type NativeWindow = Pick<
  BrowserWindow,
  'loadURL' | 'show' | 'showInactive' | 'focus' | 'hide' | 'flashFrame' | 'destroy'
> &
  ShapedWindow & {
    readonly webContents: Pick<
      WebContents,
      'id' | 'send' | 'on' | 'setWindowOpenHandler' | 'isDevToolsOpened' | 'getURL'
    >
  }

export interface TrayWindowParts {
  readonly create: () => NativeWindow
  readonly url: string
  readonly shape: Pick<WindowShape, 'take' | 'appear' | 'isPinned' | 'unfold' | 'fold'>
  /** The view of a ringing call, for a window opened without another view; null for none. */
  readonly ringing: () => Show | null
  readonly clock: Clock
  /** True while its own dialog has the focus: the window is not hidden for that. */
  readonly staysOpen: () => boolean
  /** It appeared on screen: time to push what wasn't sent while it was hidden. */
  readonly onShown: () => void
  readonly onHidden: () => void
  /** The user hid it, instead of turning to something else. */
  readonly onPutAway: () => void
  /** The user closed it, and it was hidden instead. */
  readonly onClosed?: () => void
  /** The user looks at it (true), or no longer does. */
  readonly onAttention: (looking: boolean) => void
  /**
   * Its page failed, with a reason for the log. `stays`: it failed too often, and stays away until the user opens it.
   */
  readonly onFailed: (why: string, stays: boolean) => void
}

export function createTrayWindow(parts: TrayWindowParts): TrayWindow {
  const { url, shape, clock } = parts
  let native: NativeWindow | null = null
  /** The page's location when it was closed. */
  let address = url
  let painted = false
  let pageReady = false
  let ending = false
  let waiting: Show | null = null
  const unreached = new Map<PushChannel, readonly unknown[]>()
  let wanted: 'focus' | 'quiet' | null = null
  let blurredAt = -Infinity
  const failures = createWindowFailures(clock.now)
  const rest = createIdleWindow(clock, letGo)

  const live = (): NativeWindow | null => (native?.isDestroyed() === false ? native : null)
  const visible = (): boolean => live()?.isVisible() === true

  function existing(): NativeWindow {
    const window = live()
    if (window !== null) return window
    painted = false
    pageReady = false
    native = parts.create()
    guardNavigation(native.webContents, url)
    shape.take(native)
    listen(native)
    load(native)
    rest.begin()
    return native
  }

  function load(window: NativeWindow): void {
    window.loadURL(address).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : 'not loaded'
      if (!why.includes('ERR_ABORTED')) fail(window, why) // another load replaced it
    })
  }

  function listen(window: NativeWindow): void {
    afterLoad(window, clock, () => drawn(window))
    window.on('show', () => {
      rest.end()
      parts.onShown()
    })
    window.on('focus', () => parts.onAttention(true))
    window.on('hide', left)
    window.on('blur', () => {
      if (window.isDestroyed()) return
      parts.onAttention(false)
      if (window.webContents.isDevToolsOpened() || parts.staysOpen()) return
      blurredAt = clock.now()
      if (!shape.isPinned()) window.hide()
    })
    window.on('close', (event) => {
      if (ending) return
      event.preventDefault()
      window.hide()
      parts.onPutAway()
      parts.onClosed?.()
    })
    watchPage(window, clock, (why) => fail(window, why))
  }

  function left(): void {
    rest.begin()
    parts.onHidden()
    parts.onAttention(false)
  }

  function letGo(): void {
    const window = live()
    if (window === null || window.isVisible()) return
    address = ownAddress(window)
    rest.end()
    if (holdsUnsaved(address)) return rest.begin()
    window.destroy()
    native = null
  }

  const ownAddress = ({ webContents }: NativeWindow): string => {
    const now = webContents.getURL()
    return isSameHome(now, url) ? now : url
  }

  /** Reappears without the focus: the user has turned to something else by now. */
  function fail(window: NativeWindow, why: string): void {
    if (ending || window !== native || window.isDestroyed()) return
    const wasVisible = window.isVisible()
    const verdict = failures.note()
    address = verdict === 'again' ? ownAddress(window) : url
    window.destroy()
    native = null
    if (wasVisible) left()
    rest.end()
    parts.onFailed(why, verdict === 'stop')
    if (verdict === 'stop') wanted = null
    else if (wasVisible || wanted !== null) bring(wanted ?? 'quiet')
    else if (unreached.size > 0) existing()
  }

  function drawn(window: NativeWindow): void {
    painted = true
    bringUp(window)
  }

  function bringUp(window: NativeWindow): void {
    if (!painted || wanted === null) return
    if (!window.isVisible()) shape.appear()
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

  function hide(): void {
    wanted = null
    if (!visible() || shape.fold()) return
    native?.hide()
    parts.onPutAway()
  }

  function sendWaiting(): void {
    if (!pageReady || waiting === null) return
    native?.webContents.send('show', waiting)
    waiting = null
  }

  /** Unsaved text of the page would be lost with its view. */
  function firstShown(): Show | null {
    const window = live()
    return visible() || (window !== null && holdsUnsaved(ownAddress(window))) ? null : parts.ringing()
  }

  function open(show?: Show): void {
    waiting = show ?? firstShown() ?? waiting
    shape.unfold()
    if (live() === null) failures.forget()
    bring('focus')
    sendWaiting()
  }

  return {
    open,
    appear: () => bring('quiet'),
    hide,
    toggle() {
      const sameClick = clock.now() - blurredAt < TOGGLE_MS
      if (visible() && (sameClick || native?.isFocused() === true)) hide()
      else if (!sameClick) open()
    },
    isVisible: visible,
    exists: () => live() !== null,
    push(channel, ...args) {
      if (visible()) native?.webContents.send(channel, ...args)
    },
    reach(channel, ...args) {
      const window = existing()
      if (!visible()) rest.begin()
      if (pageReady) window.webContents.send(channel, ...args)
      else unreached.set(channel, args)
    },
    drop() {
      if (live() === null || wanted !== null) return false
      letGo()
      return live() === null
    },
    ready() {
      pageReady = true
      const window = live()
      if (window !== null) drawn(window)
      sendWaiting()
      for (const [channel, args] of unreached) native?.webContents.send(channel, ...args)
      unreached.clear()
    },
    flash: (on) => live()?.flashFrame(on),
    owns: (sender) => sender.contents === live()?.webContents.id && isSameHome(sender.url, url),
    end() {
      ending = true
      rest.end()
      native?.destroy()
    },
  }
}
