import { Writable } from 'node:stream'
import { IncomingMessage } from './incoming-message.ts'
import type { Load, Loaded } from './load.ts'

type Options = Electron.ClientRequestConstructorOptions

/**
 * Electron's `ClientRequest` over a loader of this host. Line numbers refer to lib/common/api/net-client-request.ts.
 */
export class ClientRequest extends Writable {
  readonly #load: Load
  readonly #options: Options
  readonly #headers = new Map<string, readonly [name: string, value: string]>()
  readonly #sent: Buffer[] = []
  #isSealed = false // nothing can be changed any more (379)
  #isAborted = false
  #loaded: Loaded | null = null
  #response: IncomingMessage | null = null
  #follow: (() => void) | null = null

  /** Throws as Electron's does, for an invalid address or header. */
  constructor(load: Load, asked: Options | string) {
    super({ autoDestroy: true }) // (341)
    this.#load = load
    this.#options = typeof asked === 'string' ? { url: asked } : asked
    const { url, credentials, origin, headers = {} } = this.#options
    if (url === undefined) throw new Error('browser-host simulates net.request with a url only')
    if (!/^https?:$/.test(new URL(url).protocol))
      throw new Error('ClientRequest only supports http: and https: protocols') // (348)
    if (credentials === 'same-origin' && origin === undefined)
      throw new Error('credentials: same-origin requires origin to be set') // (351)
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, String(value))
  }

  /** See lines 378-386. */
  setHeader(name: string, value: string): void {
    if (this.#isSealed) throw new Error("Can't set headers after they are sent")
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) throw new Error(`Invalid header name: '${name}'`)
    if (/[\0\r\n]/.test(value)) throw new Error(`Invalid value for header '${name}': '${value}'`)
    this.#headers.set(name.toLowerCase(), [name, value])
  }

  /** Held back until the end, as without chunkedEncoding (125-141, 411-422). */
  override _write(chunk: Buffer, _encoding: string, callback: () => void): void {
    this.#isSealed = true
    this.#sent.push(chunk)
    callback()
  }

  override _final(callback: () => void): void {
    this.#start()
    callback()
  }

  followRedirect(): void {
    if (this.#follow === null) throw new Error('followRedirect() called, but was not waiting for a redirect') // (525)
    this.#follow()
  }

  /** See lines 529-537. */
  abort(): void {
    if (!this.#isAborted) process.nextTick(() => this.emit('abort'))
    this.#isAborted = true
    this.#die()
  }

  /** See lines 435-519. */
  #start(): void {
    this.#isSealed = true
    const { url = '', method = 'GET', credentials, session } = this.#options
    this.#loaded = this.#load(
      {
        url,
        method: method.toUpperCase(),
        headers: Object.fromEntries(this.#headers.values()),
        body: this.#sent.length === 0 ? null : Buffer.concat(this.#sent),
        withLogin: credentials !== 'omit',
        session,
      },
      {
        started: (head) => {
          this.#response = new IncomingMessage(head)
          this.emit('response', this.#response)
        },
        data: (chunk, resume) => this.#response?.store(chunk, resume),
        complete: () => this.#response?.store(null, null),
        error: (name) => {
          const error = new Error(`net::${name}`)
          this.#response?.destroy(error)
          this.#die(error)
        },
        login: (info, answer) => {
          if (!this.emit('login', info, answer)) answer() // (469-475)
        },
        redirect: (to, headers) => this.#redirect([to.statusCode, to.method, to.url, headers]),
      },
    )
  }

  /** See lines 477-507. */
  #redirect(details: readonly unknown[]): void {
    const { redirect = 'follow' } = this.#options
    if (redirect === 'error')
      return this.#die(new Error("Attempted to redirect, but redirect policy was 'error'"))
    let isFollowed = redirect === 'follow'
    this.#follow = () => void (isFollowed = true)
    try {
      this.emit('redirect', ...details)
    } finally {
      this.#follow = null
      if (!isFollowed && !this.#isAborted) this.#die(new Error('Redirect was cancelled'))
    }
  }

  /** The error is emitted even if the end of the stream itself has destroyed it (539-553). */
  #die(error?: Error): void {
    if (this.destroyed && error !== undefined) this.emit('error', error)
    this.destroy(error)
    if (this.#loaded === null) return
    this.#loaded.cancel()
    this.#response?.destroy(error)
  }
}
