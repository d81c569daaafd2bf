import type { IncomingMessage } from 'node:http'
import { PassThrough, pipeline, type Duplex } from 'node:stream'
import zlib from 'node:zlib'
import { connectionsOf } from './connections.ts'
import type { Load, LoadRequest, LoadHeard, ResponseHead } from './load.ts'
import { netErrorName } from './net-error.ts'
import type { Proxies } from './proxies.ts'
import { headOf, loginOf, redirectOf } from './response-head.ts'
import { send, type Hop, type Sent } from './send.ts'

export interface LoaderParts {
  readonly isOnline: () => boolean
  readonly proxies: Proxies
}

export interface Loaders {
  readonly load: Load
  /** How many are open: started, and neither complete nor cancelled. */
  open(): number
}

const PIPE_BYTES = 2 * 1024 * 1024 // bytes that are buffered before anyone reads them (services/network/public/cpp/loading_params.cc)
const MOST_HOPS = 20 // net/url_request/url_request.h

/**
 * Electron's loaders over Node's network. One is open until it is complete, has failed or was cancelled, even if nobody
 * wants the result any more (shell/common/api/electron_api_url_loader.h:163, .cc:514-518, 773-782).
 */
export function createLoaders(parts: LoaderParts): Loaders {
  const open = new Set<LoadHeard>()
  return {
    open: () => open.size,
    load(asked, heard) {
      open.add(heard)
      return startLoader(parts, asked, heard, () => open.delete(heard))
    },
  }
}

function startLoader(
  { isOnline, proxies }: LoaderParts,
  asked: LoadRequest,
  heard: LoadHeard,
  over: () => boolean,
) {
  let sent: Sent | null = null
  let isOver = false

  function end(): boolean {
    if (isOver) return false
    isOver = true
    return over()
  }

  function fail(name: string): void {
    if (end()) heard.error(name)
  }

  function go(hop: Omit<Hop, 'proxy'>, hops: number): void {
    if (isOver) return
    if (!isOnline()) return fail('ERR_INTERNET_DISCONNECTED')
    const proxy = proxies.of(hop.url)
    sent = send(
      { ...hop, proxy },
      {
        // Each of Electron's events is a separate task.
        answered: (message, isTunnel) =>
          void setImmediate(() => answered(message, { ...hop, proxy }, hops, isTunnel)),
        failed: fail,
      },
    )
  }

  function answered(message: IncomingMessage, hop: Hop, hops: number, isTunnel: boolean): void {
    if (isOver) return
    const head = headOf(message)
    const login = loginOf(head, head.statusCode === 407 ? (hop.proxy ?? hop.url) : hop.url)
    if (login !== null && (login.isProxy || asked.withLogin)) {
      return heard.login(
        login,
        (username, password) =>
          void setImmediate(() => {
            if (username === undefined || password === undefined) return begin(message, head, isTunnel)
            message.resume()
            go(withPassword(hop, login.isProxy, `${username}:${password}`), hops + 1)
          }),
      )
    }
    const to = redirectOf(head, hop.url.href, hop.method)
    if (to === null) return begin(message, head, isTunnel)
    if (hops >= MOST_HOPS) return fail('ERR_TOO_MANY_REDIRECTS')
    message.resume()
    heard.redirect(to, head.headers)
    const body = to.method === hop.method ? hop.body : null
    go({ ...hop, url: new URL(to.url), method: to.method, body }, hops + 1)
  }

  function begin(message: IncomingMessage, head: ResponseHead, isTunnel: boolean): void {
    if (isOver) return
    if (isTunnel) {
      // The proxy's own response starts, and must not be read (net/http/http_network_transaction.cc, Read).
      setImmediate(() => fail('ERR_TUNNEL_CONNECTION_FAILED'))
      return heard.started(head)
    }
    const pipe = new PassThrough({ highWaterMark: PIPE_BYTES })
    let [isHeld, isEnded] = [false, false]
    const complete = (): void => {
      if (isEnded && !isHeld && end()) heard.complete()
    }
    pipe.on('error', (error) => fail(brokenName(head, error)))
    pipe.on('end', () => {
      isEnded = true
      complete()
    })
    pipeline([message, ...decodersOf(head), pipe], () => undefined)
    const take = (chunk: Buffer): void => {
      pipe.pause()
      isHeld = true
      if (isOver) return
      heard.data(chunk, () => {
        isHeld = false
        pipe.resume()
        complete()
      })
    }
    setImmediate(() => pipe.on('data', take))
    heard.started(head)
  }

  const { url, method, headers, body } = asked
  const connections = connectionsOf(asked.session)
  setImmediate(() => go({ url: new URL(url), method, headers, body, connections, proxyHeaders: {} }, 0))
  return {
    cancel() {
      if (end()) sent?.destroy()
    },
  }
}

function withPassword(hop: Hop, isProxy: boolean, login: string): Hop {
  const value = `Basic ${Buffer.from(login).toString('base64')}`
  return isProxy
    ? { ...hop, proxyHeaders: { 'proxy-authorization': value } }
    : { ...hop, headers: { ...hop.headers, authorization: value } }
}

function decodersOf({ headers }: ResponseHead): readonly Duplex[] {
  const codings = (headers['content-encoding'] ?? []).join().toLowerCase()
  const coding = codings.split(',').map((one) => one.trim())
  return coding.toReversed().flatMap((one) => {
    if (one === 'gzip' || one === 'x-gzip') return [zlib.createGunzip()]
    if (one === 'deflate') return [zlib.createInflate()]
    if (one === 'br') return [zlib.createBrotliDecompress()]
    return one === 'zstd' ? [zlib.createZstdDecompress()] : []
  })
}

/** What interrupted a body, by Chromium's name. */
function brokenName({ headers }: ResponseHead, error: Error): string {
  const name = netErrorName(error)
  if (name !== 'ERR_FAILED' && name !== 'ERR_CONNECTION_RESET') return name
  return headers['content-length'] === undefined
    ? 'ERR_INCOMPLETE_CHUNKED_ENCODING'
    : 'ERR_CONTENT_LENGTH_MISMATCH'
}
