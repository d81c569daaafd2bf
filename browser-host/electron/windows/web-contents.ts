import { EventEmitter } from 'node:events'
import type { Desktop } from '../../desktop/desktop.ts'
import { simulated, type PartOf } from '../../simulated.ts'
import { createHostEvent } from '../host-event.ts'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

/** The frame of a window's page, as the app sees it. */
export type HostFrame = Pick<Electron.WebFrameMain, 'url' | 'origin' | 'parent' | 'detached'>

/** The page in a window: what main sends it and reads from it. */
export class HostContents
  extends EventEmitter
  implements PartOf<Electron.WebContents, 'mainFrame' | 'session'>
{
  readonly id: number
  readonly session: object
  readonly mainFrame: HostFrame
  private readonly desktop: Desktop
  private address = ''
  private destroyed = false
  private hung = false
  private openHandler: OpenHandler | null = null

  constructor(id: number, desktop: Desktop, session: object) {
    super()
    this.id = id
    this.desktop = desktop
    this.session = session
    this.mainFrame = simulated('WebFrameMain', frameOf(this))
  }

  send(channel: string, ...args: unknown[]): void {
    if (!this.destroyed && !this.hung) this.desktop.send({ type: 'ipc-push', id: this.id, channel, args })
  }

  getURL(): string {
    return this.address
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  /** A page wants to open a window. Only a refusal is simulated. */
  windowOpen(url: string): void {
    const details = {
      url,
      frameName: '',
      features: '',
      disposition: 'new-window' as const,
      referrer: { url: '', policy: 'default' as const },
    }
    const answer = this.openHandler?.(details) ?? { action: 'allow' }
    if (answer.action !== 'deny') throw new Error('browser-host does not simulate windows that a page opens')
  }

  /** The window starts to load an address. */
  began(url: string): void {
    this.address = url
    this.emit('did-start-loading')
  }

  /** Its frame has loaded it on a desktop page, or there is no page to do so. */
  loaded(): void {
    this.emit('dom-ready')
    this.emit('did-finish-load')
    this.emit('did-stop-loading')
  }

  /** Its page navigated by itself, within its host. */
  moved(path: string): void {
    const { protocol, host } = new URL(this.address)
    const start = `/window/${this.id}/${host}/`
    if (!path.startsWith(start)) return
    this.address = `${protocol}//${host}/${path.slice(start.length)}`
    this.emit('did-navigate-in-page', createHostEvent(), this.address, true)
  }

  /** Its page's process ends. */
  crash(): void {
    this.emit('render-process-gone', createHostEvent(), { reason: 'crashed', exitCode: 5 })
  }

  /** From here on its page neither receives nor sends anything. */
  hang(): void {
    this.hung = true
  }

  isHung(): boolean {
    return this.hung
  }

  gone(): void {
    this.destroyed = true
    this.emit('destroyed')
  }

  /** A browser has its own developer tools. */
  isDevToolsOpened(): boolean {
    return false
  }

  /** Does nothing: a frame has no WebRTC policy of its own. */
  setWebRTCIPHandlingPolicy(): void {}
}

function frameOf(contents: HostContents): HostFrame {
  return {
    get url() {
      return contents.getURL()
    },
    get origin() {
      const url = URL.parse(contents.getURL())
      return url === null ? '' : `${url.protocol}//${url.host}`
    },
    parent: null,
    get detached() {
      return contents.isDestroyed()
    },
  }
}
