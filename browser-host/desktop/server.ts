import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { HostWindows } from '../electron/windows/host-windows.ts'
import type { Desktop } from './desktop.ts'
import { createGate, type Gate, type Visitor } from './gate.ts'
import { readMessage } from './from-page.ts'
import { desktopPage, pageFile } from './page-files.ts'
import { preloadScript } from './preload-script.ts'
import type { WindowFiles } from './window-files.ts'

export interface ServerParts {
  readonly desktop: Desktop
  readonly files: WindowFiles
  readonly windows: () => HostWindows
  /** 0 picks a free one. */
  readonly port: number
  /** The secret with which the page opens its socket; the same after a restart, so that an open page finds it again. */
  readonly secret: string
  /** Called when an address has been used: it can't be used again. */
  readonly addressUsed: () => void
}

export interface DesktopServer {
  readonly origin: string
  /** A new address of the desktop page, valid for one visit. */
  address(): string
  close(): void
}

/** Serves the desktop page, its websocket and the windows' frames on 127.0.0.1. Rejects when the port is in use. */
export async function startServer(parts: ServerParts): Promise<DesktopServer> {
  const server = createServer()
  const sockets = new WebSocketServer({ noServer: true })
  const { promise, resolve, reject } = Promise.withResolvers<undefined>()
  server.once('error', reject)
  server.listen(parts.port, '127.0.0.1', () => resolve(undefined))
  await promise
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : parts.port
  const gate = createGate(port, parts.secret)
  server.on('request', (request, response) => void answer(request, response, gate, parts))
  server.on('upgrade', (request, socket, head) => {
    // Node attaches no error listener to an upgraded socket, so a client that disconnects would crash this process.
    socket.on('error', () => socket.destroy())
    if (!gate.opensSocket(visitorOf(request)) || pathOf(request) !== '/host/socket') {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => connect(opened, parts.desktop))
  })
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    address: gate.address,
    close() {
      for (const socket of sockets.clients) socket.terminate()
      server.close()
      server.closeAllConnections()
    },
  }
}

function connect(socket: WebSocket, desktop: Desktop): void {
  const link = desktop.open({ send: (message) => socket.send(JSON.stringify(message)) })
  socket.on('message', (data: Buffer) => {
    const message = readMessage(data.toString())
    if (message !== null) link.hear(message)
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => link.leave())
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  gate: Gate,
  parts: ServerParts,
): Promise<void> {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('cache-control', 'no-store')
  if (request.method !== 'GET') return end(response, 405, 'text/plain', 'Only GET.')
  const visitor = visitorOf(request)
  if (gate.redeems(visitor)) {
    response.setHeader('set-cookie', gate.cookie)
    page(response, parts.secret)
    return parts.addressUsed()
  }
  if (!gate.opensFiles(visitor)) return end(response, 403, 'text/plain', NOT_IN)
  try {
    const path = pathOf(request)
    const window = /^\/window\/(\d+)\/(.*)$/.exec(path)
    if (window !== null)
      return await pass(await parts.files.answer(Number(window[1]), window[2] ?? ''), response)
    if (path === '/') return page(response, '')
    own(path, response, parts)
  } catch (error) {
    end(response, 500, 'text/plain', String(error))
  }
}

/** The host's own files: the page's, and the windows' preloads. */
function own(path: string, response: ServerResponse, { windows, desktop }: ServerParts): void {
  const preload = /^\/host\/preload\/(\d+)\.js$/.exec(path)
  const window = preload === null ? undefined : windows().get(Number(preload[1]))
  if (window !== undefined) {
    const { pageVisible: visible = false, drawn = false } = desktop.windows.get(window.id) ?? {}
    const script = preloadScript(window.preload, { visible, drawn, platform: process.platform })
    return end(response, 200, 'text/javascript; charset=utf-8', script)
  }
  const file = pageFile(path.replace(/^\/host\/page\//, ''))
  if (file === null) return end(response, 404, 'text/plain', 'Not here.')
  end(response, 200, file.type, file.text)
}

const NOT_IN = 'Open the last address in the terminal: each is valid for one visit.'

/** The desktop page, with the secret for its socket; without it, a reloaded page uses the one it stored. */
function page(response: ServerResponse, secret: string): void {
  response.setHeader('content-security-policy', PAGE_POLICY)
  const { type, text } = desktopPage(secret)
  end(response, 200, type, text)
}

const PAGE_POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'"

async function pass(from: Response, to: ServerResponse): Promise<void> {
  from.headers.forEach((value, name) => {
    if (!/^(content-encoding|content-length|transfer-encoding|connection)$/.test(name))
      to.setHeader(name, value)
  })
  to.statusCode = from.status
  to.end(Buffer.from(await from.arrayBuffer()))
}

function end(response: ServerResponse, status: number, type: string, text: string): void {
  response.statusCode = status
  response.setHeader('content-type', type)
  response.end(text)
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').replace(/[?#].*$/, '')

function visitorOf({ headers, url }: IncomingMessage): Visitor {
  const query = URL.parse(url ?? '/', 'http://127.0.0.1')?.searchParams
  return {
    host: headers.host,
    origin: headers.origin,
    cookie: headers.cookie,
    ticket: query?.get('ticket') ?? null,
    secret: query?.get('secret') ?? null,
  }
}
