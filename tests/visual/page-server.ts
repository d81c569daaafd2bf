import { createServer } from 'node:http'
import { extname } from 'node:path'
import { listenHere } from '../../scripts/server/listen-here.ts'

export interface PageServer {
  /** For example `http://127.0.0.1:40123`. */
  readonly origin: string
  close(): Promise<void>
}

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}

/**
 * Serves files by their path below any first folder; `replace` may return a different body for a file in such a folder.
 */
export async function startPageServer(
  files: ReadonlyMap<string, Buffer>,
  replace: (folder: string, path: string) => string | null,
): Promise<PageServer> {
  const server = createServer((request, response) => {
    const [, folder = '', ...rest] = (request.url ?? '').split('/')
    const path = rest.join('/')
    const body = replace(folder, path) ?? files.get(path)
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': KINDS[extname(path)] ?? 'application/octet-stream',
      'cache-control': 'max-age=3600',
    })
    response.end(body)
  })
  const port = await listenHere(server)
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
