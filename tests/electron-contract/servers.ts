import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer, type Socket } from 'node:net'
import { listenHere } from '../../scripts/server/listen-here.ts'

/** A server on this computer, for the duration of one belief. */
export interface OwnServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string
  readonly port: number
  close(): void
}

/** Responds to each request over HTTP, as Node writes it. */
export async function httpServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<OwnServer> {
  const server = createHttpServer((request, response) => {
    request.resume().on('end', () => answer(request, response))
  })
  const port = await listenHere(server)
  return {
    ...at(port),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Responds to the head of each request with exactly these bytes, and ends the connection. */
export async function rawServer(answer: string | Buffer): Promise<OwnServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.once('data', () => socket.end(answer))
  })
  const port = await listenHere(server)
  return {
    ...at(port),
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** A response without a body, with this status line and these headers. */
export function bareAnswer(statusLine: string, ...headers: readonly string[]): string {
  return [statusLine, 'Content-Length: 0', 'Connection: close', ...headers, '', ''].join('\r\n')
}

const at = (port: number): Pick<OwnServer, 'url' | 'port'> => ({ url: `http://127.0.0.1:${port}/`, port })
