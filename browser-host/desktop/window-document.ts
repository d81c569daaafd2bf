/** A window's page made ready for its frame on the desktop. */
export interface FramedDocument {
  readonly html: string
  readonly headers: Headers
}

export interface DocumentParts {
  readonly html: string
  readonly headers: Headers
  /** Address of the script that runs the preload. */
  readonly preload: string
  /** The development server the page came from; null for the built page. */
  readonly devServer: string | null
}

/**
 * Inserts the preload's script before all others. `frame-ancestors` and X-Frame-Options are removed, because here the
 * window is a frame. A page of the development server also gets that server as its base, and loses its own policy,
 * which would block the server's scripts; the built page keeps its policy.
 */
export function frameDocument(parts: DocumentParts): FramedDocument {
  const headers = new Headers(parts.headers)
  const policy = headers.get('content-security-policy')
  headers.delete('content-length')
  headers.delete('content-encoding')
  headers.delete('x-frame-options')
  headers.delete('content-security-policy')
  if (policy !== null && parts.devServer === null)
    headers.set('content-security-policy', withoutFrameAncestors(policy))
  const script = `<script src="${parts.preload}"></script>`
  if (parts.devServer === null) return { html: intoHead(parts.html, script), headers }
  const open = parts.html.replaceAll(/<meta[^>]+http-equiv=["']?content-security-policy["']?[^>]*>/gi, '')
  return { html: intoHead(open, `<base href="${parts.devServer}">${script}`), headers }
}

function intoHead(html: string, markup: string): string {
  const head = /<head[^>]*>/i.exec(html)
  if (head === null) return markup + html
  const end = head.index + head[0].length
  return html.slice(0, end) + markup + html.slice(end)
}

const withoutFrameAncestors = (policy: string): string =>
  policy
    .split(';')
    .filter((directive) => !directive.trim().toLowerCase().startsWith('frame-ancestors'))
    .join(';')
