import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Desktop } from '../desktop/desktop.ts'
import { played } from '../played.ts'

/** Electron's `net`: Node's fetch, cut off while the tester has the computer offline. Files come by `file:` too. */
export function createNet(desktop: Desktop, fetch: typeof globalThis.fetch) {
  const isOnline = (): boolean => desktop.system().online
  return played('net', {
    async fetch(input: string | Request, init?: RequestInit): Promise<Response> {
      const url = typeof input === 'string' ? input : input.url
      if (url.startsWith('file:')) return new Response(await readFile(fileURLToPath(url)))
      if (!isOnline()) throw new Error('net::ERR_INTERNET_DISCONNECTED')
      return fetch(input, init)
    },
    isOnline,
    get online() {
      return isOnline()
    },
  } satisfies Pick<Electron.Net, 'isOnline' | 'online' | 'fetch'>)
}
