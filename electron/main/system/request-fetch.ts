import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage } from 'electron/main'

export type OpenRequest = (options: ClientRequestConstructorOptions) => ClientRequest

/**
 * `fetch` over Electron's requests. Whatever a server responds, its promise settles and nothing is thrown elsewhere:
 * headers that a Response can't hold are dropped, and an invalid status rejects like Chromium does for what isn't
 * HTTP. Nothing is left open: cancelling a body ends its request, as the signal does. A proxy that wants a
 * password rejects with `net::ERR_PROXY_AUTH_REQUESTED`: there is none to give. Bodies have no back pressure, so
 * read one at once, or cancel it.
 */
export function createRequestFetch(open: OpenRequest): typeof globalThis.fetch {
  return async (input, init) => {
    const asked = new Request(input, { ...init, signal: null })
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null)
    const body = Buffer.from(await asked.arrayBuffer())
    signal?.throwIfAborted()
    const { method, url, headers, cache, redirect } = asked
    const request = open({
      method,
      url,
      headers: Object.fromEntries(headers),
      cache,
      redirect,
      // Electron has no `same-origin` without an origin.
      credentials: asked.credentials === 'omit' ? 'omit' : 'include',
    })
    const response = responseOn(request, method, signal)
    if (body.length > 0) request.write(body)
    request.end()
    return response
  }
}

function responseOn(request: ClientRequest, method: string, signal: AbortSignal | null): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  let isOver = false
  let breakBody: (error: unknown) => void = () => undefined

  /** True once: from then on later events are ignored. */
  function end(): boolean {
    if (isOver) return false
    isOver = true
    signal?.removeEventListener('abort', abort)
    return true
  }

  function fail(error: unknown): void {
    if (!end()) return
    reject(error)
    breakBody(error)
    request.abort()
  }

  function abort(): void {
    fail(signal?.reason)
  }

  const leave = (): void => {
    if (end()) request.abort()
  }

  function bodyOf(message: IncomingMessage): ReadableStream<Uint8Array> {
    return new ReadableStream({
      start(body) {
        breakBody = (error) => body.error(error)
        message.on('data', (chunk) => {
          if (!isOver) body.enqueue(chunk)
        })
        message.on('end', () => {
          if (end()) body.close()
        })
      },
      cancel: leave,
    })
  }

  function answer(message: IncomingMessage): void {
    const { statusCode: status } = message
    if (!(status >= 200 && status <= 599))
      throw new Error(`net::ERR_INVALID_HTTP_RESPONSE (status ${status})`)
    const isBare = WITHOUT_BODY.includes(status) || method === 'HEAD'
    const response = new Response(isBare ? null : bodyOf(message), { status, headers: headersOf(message) })
    if (isBare) leave()
    resolve(response)
  }

  signal?.addEventListener('abort', abort)
  request.on('error', fail)
  request.on('login', ({ isProxy }, enter) => {
    if (isProxy) fail(new Error('net::ERR_PROXY_AUTH_REQUESTED'))
    enter()
  })
  request.on('response', (message) => {
    message.on('error', fail)
    // Sent although it was aborted: Electron starts it a tick later.
    if (isOver) return request.abort()
    try {
      answer(message)
    } catch (error) {
      fail(error)
    }
  })
  return promise
}

const WITHOUT_BODY: readonly number[] = [204, 205, 304]

/** Drops headers that a `Headers` object rejects: Electron decodes the raw bytes as UTF-8. */
function headersOf(message: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(message.headers))
    for (const value of [values].flat())
      try {
        headers.append(name, value)
      } catch {
        continue
      }
  return headers
}
