/** What the frame needs to know before the first message. */
export interface FrameOptions {
  /** The page believes it is visible. */
  readonly visible: boolean
  /** The page is drawn: it has frames. */
  readonly drawn: boolean
  readonly platform: string
}

type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void
type Listener = (event: object, ...args: unknown[]) => void

/**
 * Runs inside a window's frame, before the app's own scripts: simulates `electron/renderer` for the preload and passes
 * its messages to the desktop page around the frame. It is sent to the browser as text, so it must be self-contained.
 */
export function frameRuntime(options: FrameOptions, preload: Preload): void {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const listeners = new Map<string, Set<Listener>>()
  // Responses to an earlier page in this frame must not be mistaken for this one's.
  let lastSeq = Math.floor(Math.random() * 1e9)
  let { visible, drawn } = options

  const post = (message: object): void => window.parent.postMessage(message, location.origin)
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const seq = ++lastSeq
      return new Promise((resolve, reject) => {
        waiting.set(seq, { resolve, reject })
        post({ type: 'ipc-invoke', seq, channel, args })
      })
    },
    send: (channel: string, ...args: unknown[]): void => post({ type: 'ipc-send', channel, args }),
    on(channel: string, listener: Listener): void {
      const known = listeners.get(channel) ?? new Set()
      listeners.set(channel, known.add(listener))
    },
    off: (channel: string, listener: Listener): void => void listeners.get(channel)?.delete(listener),
  }
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      Object.defineProperty(window, key, { value: freeze(api), enumerable: true })
    },
  }

  function freeze(value: unknown): unknown {
    if (!isRecord(value)) return value
    for (const part of Object.values(value)) freeze(part)
    return Object.freeze(value)
  }

  function orThrow(name: string, part: object): unknown {
    return new Proxy(part, {
      get(target, key) {
        if (key in target || typeof key === 'symbol') {
          const value: unknown = Reflect.get(target, key)
          return value
        }
        throw new Error(`browser-host does not simulate electron.${name}.${key}`)
      },
    })
  }

  function requireFor(name: string): unknown {
    if (name !== 'electron' && name !== 'electron/renderer')
      throw new Error(`browser-host has no module for a preload: ${name}`)
    return {
      contextBridge: orThrow('contextBridge', contextBridge),
      ipcRenderer: orThrow('ipcRenderer', ipcRenderer),
    }
  }

  function hear(message: Record<string, unknown>): void {
    const { type, seq, channel, args } = message
    if (type === 'visibility') changeVisibility(message['visible'] === true, message['drawn'] === true)
    if (type === 'theme') changeTheme(message['dark'] === true)
    if (type === 'ipc-push' && typeof channel === 'string' && Array.isArray(args)) {
      const given: unknown[] = args
      for (const listener of [...(listeners.get(channel) ?? [])]) listener({}, ...given)
    }
    if (typeof seq !== 'number') return
    const asked = waiting.get(seq)
    waiting.delete(seq)
    if (type === 'ipc-answer') asked?.resolve(message['value'])
    if (type === 'ipc-error') asked?.reject(new Error(String(message['error'])))
  }

  // A hidden window's page is hidden too, in Electron; a frame would only follow the page around it.
  function changeVisibility(now: boolean, nowDrawn: boolean): void {
    drawn = nowDrawn
    if (drawn) drawWhatWaited()
    if (now === visible) return
    visible = now
    document.dispatchEvent(new Event('visibilitychange'))
  }

  // A page that isn't drawn gets no animation frames; an iframe in this browser would still get some.
  const frames = { request: requestAnimationFrame.bind(window), cancel: cancelAnimationFrame.bind(window) }
  const waitingFrames = new Map<number, FrameRequestCallback>()
  let lastFrame = 0

  function drawWhatWaited(): void {
    for (const callback of waitingFrames.values()) frames.request(callback)
    waitingFrames.clear()
  }
  window.requestAnimationFrame = (callback) => {
    if (drawn) return frames.request(callback)
    lastFrame -= 1
    waitingFrames.set(lastFrame, callback)
    return lastFrame
  }
  window.cancelAnimationFrame = (frame) => {
    if (!waitingFrames.delete(frame)) frames.cancel(frame)
  }

  // A frame's colours follow the browser, not the page around it. A plain `:root` rule is overridden by a theme that
  // the app itself has chosen with a more specific selector.
  function changeTheme(dark: boolean): void {
    const asBrowser = matchMedia('(prefers-color-scheme: dark)').matches === dark
    theme.replaceSync(asBrowser ? '' : `:root { color-scheme: ${dark ? 'dark' : 'light'} }`)
  }

  // Electron's main sees the page's address; this host needs to be told.
  function tellAddress(): void {
    post({ type: 'window-address', path: location.pathname + location.search + location.hash })
  }
  for (const name of ['pushState', 'replaceState'] as const) {
    const own = history[name].bind(history)
    history[name] = (...args) => {
      own(...args)
      tellAddress()
    }
  }
  window.addEventListener('hashchange', tellAddress)

  // A system moves a window by this part of its page, and the page receives no event.
  function moveByRegion(down: PointerEvent): void {
    if (down.button !== 0 || !isDragged(down.target)) return
    const take = (event: PointerEvent): void => {
      event.preventDefault()
      event.stopImmediatePropagation()
      post({ type: 'app-region', right: event.screenX - down.screenX, down: event.screenY - down.screenY })
    }
    take(down)
    document.documentElement.setPointerCapture(down.pointerId)
    window.addEventListener('pointermove', take, true)
    window.addEventListener('pointerup', () => window.removeEventListener('pointermove', take, true), {
      once: true,
    })
  }

  function isDragged(target: EventTarget | null): boolean {
    for (let at = target; at instanceof Element; at = at.parentElement) {
      const region = getComputedStyle(at).getPropertyValue('app-region')
      if (region === 'drag' || region === 'no-drag') return region === 'drag'
    }
    return false
  }
  window.addEventListener('pointerdown', moveByRegion, true)

  const theme = new CSSStyleSheet()
  document.adoptedStyleSheets.push(theme)
  Object.defineProperty(document, 'hidden', { get: () => !visible })
  Object.defineProperty(document, 'visibilityState', { get: () => (visible ? 'visible' : 'hidden') })
  Object.defineProperty(window, 'open', {
    value(url?: string | URL) {
      post({ type: 'window-open', url: new URL(url ?? '', location.href).href })
      return null
    },
  })
  Object.defineProperty(window, 'close', { value: () => post({ type: 'window', did: 'close' }) })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[target]') : null
    if (!(link instanceof HTMLAnchorElement)) return
    event.preventDefault()
    post({ type: 'window-open', url: link.href })
  })
  window.addEventListener('message', (event) => {
    const data: unknown = event.data
    if (event.source === window.parent && event.origin === location.origin && isRecord(data)) hear(data)
  })
  const module = { exports: {} }
  const process = {
    type: 'renderer',
    platform: options.platform,
    sandboxed: true,
    contextIsolated: true,
    versions: {},
    env: {},
  }
  preload(requireFor, module, module.exports, process)
}
