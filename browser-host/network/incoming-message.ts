import { Readable } from 'node:stream'
import type { ResponseHead } from './load.ts'

/** Headers of which Electron uses only the first (net-client-request.ts:12-31). */
const FIRST_ONLY = new Set(
  (
    'content-type content-length user-agent referer host authorization proxy-authorization if-modified-since ' +
    'if-unmodified-since from location max-forwards retry-after etag last-modified server age expires'
  ).split(' '),
)

/** Electron's message for a response. Data that was not requested yet stays with the loader, which waits (net-client-request.ts:96-122). */
export class IncomingMessage extends Readable {
  readonly #head: ResponseHead
  readonly #data: (Buffer | null)[] = []
  #shouldPush = false
  #resume: (() => void) | null = null

  static {
    for (const key of ['httpVersion', 'httpVersionMajor', 'httpVersionMinor', 'rawHeaders'])
      Object.defineProperty(this.prototype, key, {
        get: () => {
          throw new Error(`browser-host does not simulate electron.IncomingMessage.${key}`)
        },
      })
  }

  constructor(head: ResponseHead) {
    super()
    this.#head = head
  }

  get statusCode(): number {
    return this.#head.statusCode
  }

  get statusMessage(): string {
    return this.#head.statusMessage
  }

  /** By lower-case names (net-client-request.ts:52-65). */
  get headers(): Record<string, string | string[]> {
    const all: Record<string, string | string[]> = {}
    for (const [name, values] of Object.entries(this.#head.headers)) {
      if (name === 'set-cookie') all[name] = values
      else all[name] = FIRST_ONLY.has(name) ? (values[0] ?? '') : values.join(', ')
    }
    return all
  }

  /** A part of the body, or its end; `resume` allows the loader to deliver more. */
  store(chunk: Buffer | null, resume: (() => void) | null): void {
    this.#resume = resume
    this.#data.push(chunk)
    this.#push()
  }

  override _read(): void {
    this.#shouldPush = true
    this.#push()
  }

  #push(): void {
    while (this.#shouldPush && this.#data.length > 0) this.#shouldPush = this.push(this.#data.shift())
    if (!this.#shouldPush || this.#resume === null) return
    const resume = this.#resume
    this.#resume = null
    resume()
  }
}
