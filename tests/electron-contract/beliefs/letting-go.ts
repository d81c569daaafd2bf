import { strict as assert } from 'node:assert'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Belief, Stage } from '../belief.ts'
import { httpServer, type OwnServer } from '../servers.ts'

type Fetch = (url: string, init?: RequestInit) => Promise<Response>

/**
 * Whether the message behind a response of net.fetch is still in memory after `about` has finished with the response.
 */
async function isHeldAfter(
  { electron, settle }: Stage,
  url: string,
  about: (response: Response, abort: () => void) => Promise<unknown>,
): Promise<boolean> {
  const held = await (async () => {
    const fetch: Fetch = electron.net.fetch
    const abort = new AbortController()
    const response = await fetch(url, { signal: abort.signal })
    const original: unknown = Reflect.get(response, '__original_resp')
    assert.ok(typeof original === 'object' && original !== null, 'net.fetch names no message')
    await about(response, () => abort.abort())
    return new WeakRef(original)
  })()
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  assert.ok(typeof collect === 'function')
  for (let turn = 0; turn < 20; turn++) {
    await settle(25)
    Reflect.apply(collect, undefined, [])
    if (held.deref() === undefined) return false
  }
  return true
}

/** Responds quickly; `closed` says whether the connection of the endless response was closed. */
async function withServer(
  about: (server: OwnServer, closed: () => boolean) => Promise<void>,
  isEndless = false,
): Promise<void> {
  let closed = false
  const server = await httpServer((_request, response) => {
    response.on('close', () => (closed = true))
    if (!isEndless) return void response.end('short')
    const more = (): void => {
      if (!response.destroyed) response.write(Buffer.alloc(64 * 1024), () => setImmediate(more))
    }
    more()
  })
  try {
    await about(server, () => closed)
  } finally {
    server.close()
  }
}

/** Whether and when Electron releases a request whose response nobody reads. */
export const lettingGo: readonly Belief[] = [
  {
    name: 'a body that is cancelled at once holds its request for good',
    source: 'shell/common/api/electron_api_url_loader.h:163, lib/common/api/net-client-request.ts:96-117',
    confidence: 'L',
    holds: (stage) =>
      withServer(async ({ url }) => {
        assert.equal(await isHeldAfter(stage, url, async ({ body }) => body?.cancel()), true)
      }),
  },
  {
    name: 'a body that is read to its end lets its request go',
    source: 'shell/common/api/electron_api_url_loader.cc:773-782',
    confidence: 'L',
    holds: (stage) =>
      withServer(async ({ url }) => {
        assert.equal(await isHeldAfter(stage, url, (response) => response.text()), false)
      }),
  },
  {
    name: 'a request whose signal aborts is let go',
    source: 'lib/browser/api/net-fetch.ts:78, shell/common/api/electron_api_url_loader.cc:512-518',
    confidence: 'L',
    holds: (stage) =>
      withServer(async ({ url }) => {
        const aborted = (_response: Response, abort: () => void): Promise<void> => Promise.resolve(abort())
        assert.equal(await isHeldAfter(stage, url, aborted), false)
      }),
  },
  {
    name: 'a body without end that is cancelled keeps its connection, and one whose signal aborts does not',
    source: 'lib/browser/api/net-fetch.ts:78, lib/common/api/net-client-request.ts:549-552',
    confidence: 'L',
    async holds({ electron, settle, until }) {
      await withServer(async ({ url }, closed) => {
        const { body } = await electron.net.fetch(url)
        await body?.cancel()
        await settle(500)
        assert.equal(closed(), false)
      }, true)
      await withServer(async ({ url }, closed) => {
        const abort = new AbortController()
        await electron.net.fetch(url, { signal: abort.signal })
        abort.abort()
        await until(closed)
      }, true)
    },
  },
]
