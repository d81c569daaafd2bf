import type { CallEvent, CallKey } from '../../core/domain.ts'
import type { Random } from '../../simulator/world/random.ts'
import { failedFetch } from './failed-fetch.ts'

/** What the program sent out because of a call, and what was received. */
export interface Left {
  /** True epoch ms. */
  readonly at: number
  readonly run: number
  readonly what: 'page' | 'event'
  /** The rule, named after its trigger, or the type of the event. */
  readonly name: string
  readonly call: CallKey
}

/** The system that opens pages, and the server that receives events. */
export interface Outside {
  openExternal(url: string): Promise<void>
  readonly fetch: typeof globalThis.fetch
}

export interface OutsideParts {
  readonly random: Random
  /** False after the program has died: it sends nothing any more. */
  readonly lives: () => boolean
  readonly onLeft: (left: Omit<Left, 'at' | 'run'>) => void
}

export const PAGE_URL = 'https://crm.example/{extension}/{ivrid}'
export const PAGE_HOST = 'crm.example'
export const EVENT_URL = 'https://events.example/calls'

/** A server that is sometimes unreachable, refuses, or accepts events without confirming them. */
export function createOutside({ random, lives, onLeft }: OutsideParts): Outside {
  function receive(body: unknown): void {
    if (!lives()) return
    const sent = readEvent(body)
    if (sent !== null) onLeft({ what: 'event', ...sent })
  }
  return {
    openExternal(url) {
      const [, extension = '', ivrid = ''] = /^https:\/\/crm\.example\/([^/]+)\/([^/?]+)/.exec(url) ?? []
      const name = URL.parse(url)?.searchParams.get('rule') ?? ''
      if (lives()) onLeft({ what: 'page', name, call: `${extension}/${ivrid}` })
      return Promise.resolve()
    },
    fetch: (_input, init) => {
      const share = random.next()
      if (share < 0.1) return Promise.reject(failedFetch('ECONNREFUSED'))
      if (share < 0.18) return Promise.resolve(new Response(null, { status: 503 }))
      if (share < 0.25) return Promise.resolve(new Response(null, { status: 404 }))
      receive(init?.body)
      if (share < 0.32) return Promise.reject(failedFetch('ECONNRESET'))
      if (share < 0.38) return new Promise(() => undefined)
      return Promise.resolve(new Response(null, { status: 204 }))
    },
  }
}

function readEvent(body: unknown): { readonly name: string; readonly call: CallKey } | null {
  if (typeof body !== 'string') return null
  const { type, call } = JSON.parse(body) as {
    readonly type: CallEvent['type']
    readonly call: { readonly extension: string; readonly ivrid: string }
  }
  return { name: type, call: `${call.extension}/${call.ivrid}` }
}
