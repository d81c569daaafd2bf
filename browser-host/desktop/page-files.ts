import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { extname } from 'node:path'

/** One of the desktop page's own files, ready for a browser; null for an unknown name. */
export function pageFile(name: string): { readonly type: string; readonly text: string } | null {
  const type = FILES.has(name) ? TYPES[extname(name)] : undefined
  if (type === undefined) return null
  const text = readFileSync(new URL(`../page/${name}`, import.meta.url), 'utf8')
  return { type, text: name.endsWith('.ts') ? stripTypeScriptTypes(text) : text }
}

/** The page itself, with the secret with which it opens its socket. */
export function desktopPage(secret: string): { readonly type: string; readonly text: string } {
  const text = readFileSync(new URL('../page/desktop.html', import.meta.url), 'utf8')
  return { type: 'text/html; charset=utf-8', text: text.replace('SECRET', secret) }
}

const FILES = new Set(
  readdirSync(new URL('../page', import.meta.url)).filter(
    (name) => name !== 'frame-runtime.ts' && !name.endsWith('.test.ts'),
  ),
)

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ts': 'text/javascript; charset=utf-8',
}
