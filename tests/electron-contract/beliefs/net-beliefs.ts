import { strict as assert } from 'node:assert'
import { isForeignError } from '../../../electron/main/program/foreign-error.ts'
import type { Belief, Stage } from '../belief.ts'
import { bareAnswer, httpServer, rawServer, type OwnServer } from '../servers.ts'
import { lettingGo } from './letting-go.ts'

const SOON_MS = 2_000

/** Responses from which no Response can be made, and what is unusual about each. */
const ODD: readonly (readonly [string, string | Buffer])[] = [
  ['status 0', bareAnswer('HTTP/1.1 000 Nothing')],
  ['status 999', bareAnswer('HTTP/1.1 999 Denied')],
  ['an emoji in a header', bareAnswer('HTTP/1.1 200 OK', 'X-Gateway: \u{1F600}')],
  ['a header that is no UTF-8', Buffer.from(bareAnswer('HTTP/1.1 200 OK', 'X-Gateway: caf\u00e9'), 'latin1')],
  ['an emoji in the status text', bareAnswer('HTTP/1.1 200 \u{1F600}')],
]

/** Runs `about` with a server, and closes it afterwards. */
async function by(server: Promise<OwnServer>, about: (server: OwnServer) => Promise<void>): Promise<void> {
  const running = await server
  try {
    await about(running)
  } finally {
    running.close()
  }
}

/** The uncaught errors of the process in the meantime, and whether the promise has settled by then. */
async function uncaughtDuring({ settle }: Stage, work: () => Promise<unknown>) {
  const uncaught = Promise.withResolvers<unknown>()
  process.once('uncaughtException', uncaught.resolve)
  let settled = false
  work().then(
    () => (settled = true),
    () => (settled = true),
  )
  const error = await Promise.race([uncaught.promise, settle(SOON_MS)])
  await settle(100)
  process.off('uncaughtException', uncaught.resolve)
  return { error, settled }
}

/** The events of a request in order, up to the first one that says that it is over. */
async function eventsOf(
  request: Electron.ClientRequest,
  onLogin?: (info: Electron.AuthInfo) => void,
): Promise<readonly string[]> {
  const events: string[] = []
  const over = Promise.withResolvers<undefined>()
  const end = (event: string): void => {
    events.push(event)
    over.resolve(undefined)
  }
  if (onLogin !== undefined)
    request.on('login', (info, callback) => {
      onLogin(info)
      events.push(`login ${info.isProxy ? 'proxy' : 'server'}`)
      callback()
    })
  request.on('response', (response) => {
    events.push(`response ${response.statusCode}`)
    response.on('data', (chunk) => events.push(`data ${chunk.toString()}`))
    response.on('end', () => end('end'))
    response.on('error', (error) => events.push(`response error ${error.message}`))
  })
  request.on('abort', () => end('abort'))
  request.on('error', (error) => end(`error ${error.message}`))
  request.end()
  await over.promise
  return events
}

const redirecting = (): Promise<OwnServer> =>
  httpServer(({ url }, response) => {
    if (url === '/there') response.end('there')
    else response.writeHead(302, { location: '/there' }).end()
  })

export const netBeliefs: readonly Belief[] = [
  ...ODD.map(([what, answer]): Belief => ({
    name: `net.fetch throws outside of its promise for ${what}, and never settles`,
    source: 'lib/browser/api/net-fetch.ts:111-129',
    confidence: 'L',
    holds: (stage) =>
      by(rawServer(answer), async ({ url }) => {
        const { error, settled } = await uncaughtDuring(stage, () => stage.electron.net.fetch(url))
        assert.ok(error instanceof Error, 'nothing was thrown')
        assert.equal(settled, false)
      }),
  })),
  {
    name: 'what net.fetch throws outside has only Electron’s and Node’s own frames',
    source: 'lib/browser/api/net-fetch.ts:122, shell/common/node_util.cc:49-51',
    confidence: 'L',
    holds: (stage) =>
      by(rawServer(bareAnswer('HTTP/1.1 999 Denied')), async ({ url }) => {
        const { error } = await uncaughtDuring(stage, () => stage.electron.net.fetch(url))
        assert.ok(error instanceof Error)
        assert.ok(isForeignError(error), error.stack)
      }),
  },
  ...ODD.map(([what, answer]): Belief => ({
    name: `net.request takes ${what}`,
    source: 'lib/common/api/net-client-request.ts:451-454',
    confidence: 'L',
    holds: ({ electron }) =>
      by(rawServer(answer), async ({ url }) => {
        const [response, ...more] = await eventsOf(electron.net.request(url))
        assert.match(response ?? '', /^response \d+$/)
        assert.deepEqual(more, ['end'])
      }),
  })),
  {
    name: 'net.fetch that may follow no redirect rejects with “Redirect was cancelled”',
    source: 'lib/common/api/net-client-request.ts:481-492',
    confidence: 'L',
    holds: ({ electron }) =>
      by(redirecting(), ({ url }) =>
        assert.rejects(electron.net.fetch(url, { redirect: 'manual' }), /Redirect was cancelled/),
      ),
  },
  {
    name: 'a request follows a redirect by hand only within the event',
    source: 'lib/common/api/net-client-request.ts:482-492',
    confidence: 'L',
    holds: ({ electron }) =>
      by(redirecting(), async ({ url }) => {
        const left = electron.net.request({ url, redirect: 'manual' })
        assert.deepEqual(await eventsOf(left), ['error Redirect was cancelled'])
        const followed = electron.net.request({ url, redirect: 'manual' })
        followed.on('redirect', () => followed.followRedirect())
        assert.deepEqual(await eventsOf(followed), ['response 200', 'data there', 'end'])
      }),
  },
  {
    name: 'a request that takes a redirect for an error has an error, and no answer',
    source: 'lib/common/api/net-client-request.ts:479-480',
    confidence: 'L',
    holds: ({ electron }) =>
      by(redirecting(), async ({ url }) => {
        const events = await eventsOf(electron.net.request({ url, redirect: 'error' }))
        assert.deepEqual(events, ["error Attempted to redirect, but redirect policy was 'error'"])
      }),
  },
  {
    name: 'a request that can’t connect has an error by Chromium’s name',
    source: 'shell/common/api/electron_api_url_loader.cc:777',
    confidence: 'L',
    async holds({ electron }) {
      const { url, close } = await httpServer(() => undefined)
      close()
      assert.deepEqual(await eventsOf(electron.net.request(url)), ['error net::ERR_CONNECTION_REFUSED'])
    },
  },
  {
    name: 'an answer that breaks off is an error of the response and of the request',
    source: 'lib/common/api/net-client-request.ts:463-467',
    confidence: 'L',
    holds: ({ electron, settle }) =>
      by(rawServer('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'), async ({ url }) => {
        const events = await eventsOf(electron.net.request(url))
        await settle()
        const [first, ...errors] = events.filter((event) => !event.startsWith('data'))
        assert.equal(first, 'response 200')
        assert.deepEqual(errors.toSorted(), [
          'error net::ERR_CONTENT_LENGTH_MISMATCH',
          'response error net::ERR_CONTENT_LENGTH_MISMATCH',
        ])
      }),
  },
  {
    name: 'a request that is aborted emits that once, and neither an answer nor an error',
    source: 'lib/common/api/net-client-request.ts:529-537',
    confidence: 'L',
    holds: ({ electron, settle }) =>
      by(
        httpServer((_request, response) => void setTimeout(() => response.end('late'), 200)),
        async ({ url }) => {
          const request = electron.net.request(url)
          setTimeout(() => {
            request.abort()
            request.abort()
          }, 50)
          const events = await eventsOf(request)
          await settle(300)
          assert.deepEqual(events, ['abort'])
        },
      ),
  },
  {
    name: 'headers have small letters, and of two Retry-After the first counts',
    source: 'lib/common/api/net-client-request.ts:52-65',
    confidence: 'L',
    holds: ({ electron }) =>
      by(
        rawServer(bareAnswer('HTTP/1.1 429 Slow', 'Retry-After: 5', 'Retry-After: 9', 'X-A: 1', 'x-a: 2')),
        async ({ url }) => {
          const request = electron.net.request(url)
          let headers: Electron.IncomingMessage['headers'] = {}
          request.on('response', (response) => (headers = response.headers))
          await eventsOf(request)
          assert.equal(headers['retry-after'], '5')
          assert.equal(headers['x-a'], '1, 2')
        },
      ),
  },
  {
    name: 'a server that asks for a password asks by login, but not where credentials are left out',
    source: 'lib/common/api/net-client-request.ts:469-475, spec/api-net-spec.ts:264-355',
    confidence: 'L',
    holds: ({ electron }) =>
      by(
        httpServer((_request, response) => {
          response.writeHead(401, { 'www-authenticate': 'Basic realm="Foo"' }).end('no')
        }),
        async ({ url }) => {
          const answer = ['response 401', 'data no', 'end']
          const asked = await eventsOf(electron.net.request(url), () => undefined)
          assert.deepEqual(asked, ['login server', ...answer])
          const omitted = electron.net.request({ url, credentials: 'omit' })
          assert.deepEqual(await eventsOf(omitted, () => undefined), answer)
        },
      ),
  },
  {
    name: 'a proxy that asks for a password asks by login, also where credentials are left out',
    source: 'shell/common/api/electron_api_url_loader.cc:427-460',
    confidence: 'L',
    holds: ({ electron }) =>
      by(
        rawServer(
          bareAnswer(
            'HTTP/1.1 407 Who',
            'Proxy-Connection: close',
            'Proxy-Authenticate: Basic realm="Office"',
          ),
        ),
        async ({ port }) => {
          const { defaultSession } = electron.session
          await defaultSession.setProxy({ proxyRules: `127.0.0.1:${port}` })
          try {
            const infos: Electron.AuthInfo[] = []
            const request = electron.net.request({ url: 'https://ringside.invalid/', credentials: 'omit' })
            const [login, ...more] = await eventsOf(request, (info) => infos.push(info))
            assert.equal(login, 'login proxy')
            // The proxy's own response may start before that.
            assert.ok(more.some((event) => event.startsWith('error net::ERR_')) && !more.includes('end'))
            assert.deepEqual(
              infos.map(({ isProxy, scheme, port: asked, realm }) => ({ isProxy, scheme, asked, realm })),
              [{ isProxy: true, scheme: 'basic', asked: port, realm: 'Office' }],
            )
          } finally {
            await defaultSession.setProxy({ mode: 'direct' })
          }
        },
      ),
  },
  ...lettingGo,
]
