import { extname, isAbsolute, join, relative } from 'node:path'
import { attempt } from '../system/attempt.ts'

/**
 * The window's own scheme: file:// would let it read the disk. Registered with these privileges before the app is
 * ready; sounds are streamed.
 */
export const WINDOW_SCHEME = 'ringside'
export const WINDOW_URL = `${WINDOW_SCHEME}://app/index.html`
/** The ring popup's page, next to the window's. */
export const POPUP_PAGE = 'popup.html'
export const WINDOW_PRIVILEGES = { standard: true, secure: true, supportFetchAPI: true, stream: true }

/** The window runs its own scripts and styles, and connects to nothing: all its data arrives over IPC. */
export const WINDOW_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Serves the window's requests from the built window's folder (`root`) only: GET, known kinds of files, else 404. For
 * `protocol.handle`. `read`: a file's bytes; rejects if there is none.
 */
export function createWindowServer(
  root: string,
  read: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const file = request.method === 'GET' ? windowFile(root, request.url) : null
    if (file === null) return new Response(null, { status: 404 })
    try {
      return new Response(await read(file.path), {
        headers: {
          'content-type': file.type,
          'content-security-policy': WINDOW_CSP,
          'x-content-type-options': 'nosniff',
        },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
}

export interface WindowFile {
  readonly path: string
  readonly type: string
}

/** The file inside `root` that an address of the window names; null for any other path or kind of file. */
export function windowFile(root: string, address: string): WindowFile | null {
  const wanted = attempt(() => decodeURIComponent(URL.parse(address)?.pathname ?? ''))
  if (wanted === null || /[\0\\]/.test(wanted)) return null
  const path = join(root, wanted === '/' ? 'index.html' : wanted)
  const inside = relative(root, path)
  const type = TYPES[extname(path)]
  if (type === undefined || inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null
  return { path, type }
}
