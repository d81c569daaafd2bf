import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import https from 'node:https'
import { connect } from 'node:tls'
import type { Connections } from './connections.ts'
import { netErrorName } from './net-error.ts'

/** One request to one server. */
export interface Hop {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
  readonly proxy: URL | null
  /** The connections of the session that sends it. */
  readonly connections: Connections
  /** The login sent to the proxy. */
  readonly proxyHeaders: Readonly<Record<string, string>>
}

export interface SendHeard {
  /** `isTunnel`: the proxy responded instead of the server, and its body may not be read. */
  answered(message: IncomingMessage, isTunnel: boolean): void
  /** By Chromium's name. */
  failed(name: string): void
}

export interface Sent {
  destroy(): void
}

const MAX_HEAD_BYTES = 256 * 1024 // net/http/http_stream_parser.h

/** Sends the request over Node's network, through the hop's proxy if it has one. */
export function send(hop: Hop, heard: SendHeard): Sent {
  const { url, proxy } = hop
  if (proxy !== null && url.protocol === 'https:') return tunnel(hop, proxy, heard)
  const common = { method: hop.method, headers: headersOf(hop), maxHeaderSize: MAX_HEAD_BYTES }
  if (proxy !== null) {
    const { hostname, port } = proxy
    const headers = { ...common.headers, ...hop.proxyHeaders, host: url.host }
    return finish(http.request({ ...common, hostname, port, path: url.href, headers }), hop, heard)
  }
  const sent =
    url.protocol === 'https:'
      ? https.request(url, { ...common, agent: hop.connections['https:'] })
      : http.request(url, { ...common, agent: hop.connections['http:'] })
  return finish(sent, hop, heard)
}

function finish(sent: http.ClientRequest, hop: Hop, heard: SendHeard): Sent {
  let isAnswered = false
  let last: Sent = sent
  sent.on('response', (message) => {
    isAnswered = true
    message.on('error', () => undefined) // the reader of the body receives the error
    heard.answered(message, false)
  })
  sent.on('error', (error) => {
    if (isAnswered) return
    // An idle connection may have ended in the meantime: Chromium then uses another.
    if (sent.reusedSocket && /hang up|ECONNRESET/.test(error.message)) last = send(hop, heard)
    else heard.failed(/hang up/.test(error.message) ? 'ERR_EMPTY_RESPONSE' : netErrorName(error))
  })
  sent.end(hop.body ?? undefined)
  return { destroy: () => void (last === sent ? sent.destroy() : last.destroy()) }
}

/** Sends it through the proxy's CONNECT tunnel. */
function tunnel(hop: Hop, proxy: URL, heard: SendHeard): Sent {
  const host = `${hop.url.hostname}:${hop.url.port === '' ? 443 : hop.url.port}`
  const asked = http.request({
    hostname: proxy.hostname,
    port: proxy.port,
    method: 'CONNECT',
    path: host,
    headers: { host, ...hop.proxyHeaders },
  })
  let last: Sent = asked
  asked.on('connect', (message, socket) => {
    if (message.statusCode !== 200) {
      socket.destroy()
      return heard.answered(message, true)
    }
    const servername = hop.url.hostname
    const inner = https.request(hop.url, {
      method: hop.method,
      headers: headersOf(hop),
      createConnection: () => connect({ socket, servername }),
    })
    last = finish(inner, hop, heard)
  })
  asked.on('error', () => heard.failed('ERR_PROXY_CONNECTION_FAILED'))
  asked.end()
  return { destroy: () => void (last === asked ? asked.destroy() : last.destroy()) }
}

function headersOf({ url, headers }: Hop): OutgoingHttpHeaders {
  const all: OutgoingHttpHeaders = {
    'user-agent': 'Mozilla/5.0 (browser-host)',
    'accept-encoding': url.protocol === 'https:' ? 'gzip, deflate, br, zstd' : 'gzip, deflate',
  }
  for (const [name, value] of Object.entries(headers)) all[name] = Buffer.from(value).toString('latin1')
  return all
}
