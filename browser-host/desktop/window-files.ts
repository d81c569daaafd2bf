import type { HostElectron } from '../electron/electron.ts'
import { frameDocument } from './window-document.ts'

/** The files of the app's windows, as their frames on the desktop request them. */
export interface WindowFiles {
  /** For a path below `/window/<id>/`; a 404 for a missing file. */
  answer(id: number, path: string): Promise<Response>
  /** Rejects if the window's page can't be loaded. */
  check(id: number): Promise<void>
}

export interface WindowFilesParts {
  readonly electron: () => Pick<HostElectron, 'windows' | 'handlerOf' | 'permissionsPolicy'>
  readonly fetch: typeof globalThis.fetch
  /** Where the desktop itself is, such as `http://127.0.0.1:4711`. */
  readonly origin: () => string
}

/**
 * `/window/<id>/<host>/<path>` is the app's `<scheme>://<host>/<path>`, served by the app's own `protocol.handle`. A
 * page of the development server is fetched from there; what it loads, the frame gets from that server directly.
 */
export function createWindowFiles({ electron, fetch, origin }: WindowFilesParts): WindowFiles {
  async function ask(url: URL): Promise<Response> {
    const handler = electron().handlerOf(url.protocol.slice(0, -1))
    if (handler !== undefined) return handler(new Request(url))
    return isDevServer(url) ? fetch(url) : new Response(null, { status: 404 })
  }

  async function answer(id: number, path: string): Promise<Response> {
    const window = electron().windows.get(id)
    const page = URL.parse(window?.webContents.getURL() ?? '')
    if (window === undefined || page === null) return new Response(null, { status: 404 })
    const url = URL.parse(`${page.protocol}//${path}`)
    if (url === null || url.host !== page.host) return new Response(null, { status: 404 })
    const response = await ask(url)
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) return response
    const { html, headers } = frameDocument({
      html: await response.text(),
      headers: response.headers,
      preload: `${origin()}/host/preload/${id}.js`,
      devServer: isDevServer(page) ? `${page.origin}/` : null,
    })
    const policy = electron().permissionsPolicy(window.webContents, page.href)
    if (policy !== '') headers.set('permissions-policy', policy)
    return new Response(html, { status: response.status, headers })
  }

  return {
    answer,
    async check(id) {
      const page = URL.parse(electron().windows.get(id)?.webContents.getURL() ?? '')
      if (page === null) return
      const response = await ask(page)
      await response.body?.cancel()
      if (!response.ok) throw new Error(`HTTP ${response.status}`)
    },
  }
}

const isDevServer = (url: URL): boolean =>
  url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
