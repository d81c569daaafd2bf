import { extname, isAbsolute, join, relative } from 'node:path'

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
  const wanted = decoded(URL.parse(address)?.pathname ?? '')
  if (wanted === null || /[\0\\]/.test(wanted)) return null
  const path = join(root, wanted === '/' ? 'index.html' : wanted)
  const inside = relative(root, path)
  const type = TYPES[extname(path)]
  if (type === undefined || inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null
  return { path, type }
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
