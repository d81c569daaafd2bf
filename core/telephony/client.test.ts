import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClient } from './client.ts'
import type { ClientParts } from './client.ts'

const CODE = 'organisation-code'
const fixture = (name: string): string =>
  readFileSync(new URL(`../../tests/fixtures/api/${name}.json`, import.meta.url), 'utf8')
const signal = (): AbortSignal => new AbortController().signal

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return (server.address() as AddressInfo).port
}

interface Seen {
  readonly method: string
  readonly url: string
  readonly type: string
  readonly body: string
}

/** A local server that responds to each request with `answer`, and a client for it. */
async function serving(
  answer: (response: ServerResponse, seen: Seen) => void,
  more: Partial<ClientParts> = {},
) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const one = {
        method: request.method ?? '',
        url: request.url ?? '',
        type: request.headers['content-type'] ?? '',
        body,
      }
      seen.push(one)
      answer(response, one)
    })
  })
  const base = `http://127.0.0.1:${await listening(server)}`
  closing.push(() => server.closeAllConnections())
  const parts = {
    fetch,
    now: Date.now,
    baseUrl: `${base}/comet/API`,
    muteUrl: `${base}/mute`,
    code: CODE,
    region: 'IL',
    ...more,
  }
  return { client: createClient(parts), seen, base }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const saying =
  (text: string | Buffer, status = 200, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
  }

/** The outcome of requesting one extension, when the server responds like this. */
async function asked(answer: (response: ServerResponse) => void, more: Partial<ClientParts> = {}) {
  const { client } = await serving(answer, more)
  return await client.extensions('SIPSIP2', signal())
}

describe('a request', () => {
  it('is a POST with the code in its JSON body, and nowhere else', async () => {
    const { client, seen } = await serving((response, { url }) =>
      saying(fixture(url.includes('Queues') ? 'queues' : 'extensions'))(response),
    )
    await client.extensions('SIPSIP2', signal())
    await client.extensions(null, signal())
    await client.queues('12345678', signal())
    await client.queues(null, signal())
    expect(
      seen.map(({ method, url, type, body }) => [method, url, type, JSON.parse(body) as unknown]),
    ).toEqual([
      ['POST', '/comet/API/GetExtensionsCalls', 'application/json', { code: CODE, extension: 'SIPSIP2' }],
      ['POST', '/comet/API/GetExtensionsCalls', 'application/json', { code: CODE }],
      ['POST', '/comet/API/GetQueuesCallers', 'application/json', { code: CODE, queue: '12345678' }],
      ['POST', '/comet/API/GetQueuesCallers', 'application/json', { code: CODE }],
    ])
  })

  it('mutes by call or by extension, without the code', async () => {
    const { client, seen } = await serving(saying(fixture('mute')))
    expect(await client.mute({ ivrid: 'a1' }, true, signal())).toMatchObject({
      kind: 'reached',
      answer: { kind: 'done' },
    })
    await client.mute({ extension: 'SIPSIP2' }, false, signal())
    expect(seen.map(({ method, url, body }) => [method, url, JSON.parse(body) as unknown])).toEqual([
      ['POST', '/mute', { ivrid: 'a1', state: '1' }],
      ['POST', '/mute', { extension: 'SIPSIP2', state: '0' }],
    ])
  })

  it.each(['http://192.0.2.1/API', 'http://example.com', 'ftp://127.0.0.1/', 'nonsense'])(
    'is not sent to %s',
    async (baseUrl) => {
      const fetch = vi.fn<typeof globalThis.fetch>()
      const client = createClient({
        fetch,
        now: Date.now,
        baseUrl,
        muteUrl: baseUrl,
        code: CODE,
        region: 'IL',
      })
      expect(await client.extensions(null, signal())).toEqual({ kind: 'unreachable', why: 'insecure-url' })
      expect(await client.mute({ ivrid: 'a1' }, true, signal())).toEqual({
        kind: 'unreachable',
        why: 'insecure-url',
      })
      expect(fetch).not.toHaveBeenCalled()
    },
  )

  it('isn’t sent once it was cancelled', async () => {
    const { client, seen } = await serving(saying(fixture('extensions')))
    expect(await client.extensions(null, AbortSignal.abort())).toEqual({
      kind: 'unreachable',
      why: 'aborted',
    })
    expect(seen).toEqual([])
  })
})

describe('a response', () => {
  it('has its times and the server’s date', async () => {
    const date = 'Mon, 05 Jan 2026 10:00:00 GMT'
    let now = 1_000
    const outcome = await asked(saying(fixture('extensions'), 200, { date }), { now: () => now++ })
    expect(outcome).toMatchObject({
      kind: 'reached',
      answer: [{ extension: 'SIPSIP2', calls: [{ ivrid: '2020101201cc7b38df' }] }],
      repairs: [],
      sentAt: 1_000,
      receivedAt: 1_001,
      serverDate: Date.UTC(2026, 0, 5, 10),
    })
  })

  it('may start with a byte order mark, be compressed, or arrive in chunks that split a character', async () => {
    const text = fixture('extensions').replace('Voicenter', 'שירות')
    const pieces = (response: ServerResponse): void => {
      const bytes = Buffer.from(text)
      const middle = bytes.indexOf('שירות') + 1
      response.writeHead(200).write(bytes.subarray(0, middle))
      setImmediate(() => response.end(bytes.subarray(middle)))
    }
    const expected = { kind: 'reached', answer: [{ calls: [{ name: 'שירות' }] }] }
    expect(await asked(saying(`\ufeff${text}`))).toMatchObject(expected)
    expect(await asked(saying(gzipSync(text), 200, { 'content-encoding': 'gzip' }))).toMatchObject(expected)
    expect(await asked(pieces)).toMatchObject(expected)
  })

  it('is the same object while the API repeats its response to the same request', async () => {
    let text = fixture('extensions')
    const { client } = await serving((response) => saying(text)(response))
    const ask = async (extension: string | null) => {
      const outcome = await client.extensions(extension, signal())
      return outcome.kind === 'reached' ? outcome.answer : null
    }
    const first = await ask('SIPSIP2')
    expect(await ask('SIPSIP2')).toBe(first)
    expect(await ask('SIPSIP1')).toMatchObject([{ extension: 'SIPSIP1' }])
    text = text.replace('Talking', 'Hold')
    expect(await ask('SIPSIP2')).toMatchObject([{ calls: [{ phase: 'held' }] }])
  })

  it('is empty for an extension or a queue that doesn’t exist', async () => {
    const empty = await serving(saying('{"ERR":0,"DESC":"OK","EXTENSIONS":[]}'))
    expect(await empty.client.extensions('SIPSIP2', signal())).toMatchObject({ kind: 'reached', answer: [] })
    const unknown = await serving(saying('{"ERR":2,"DESC":"Queue is not found in this account"}'))
    expect(await unknown.client.queues('7', signal())).toMatchObject({ kind: 'reached', answer: [] })
  })
})

describe('a failure', () => {
  it.each([
    [401, '', { kind: 'refused', why: 'code' }],
    [403, '<html>', { kind: 'refused', why: 'address' }],
    [404, '<html>', { kind: 'faulty', status: 404, err: null }],
    [500, '', { kind: 'faulty', status: 500, err: null }],
    [500, '{"ERR":2,"DESC":"Internal error."}', { kind: 'faulty', status: 500, err: 2 }],
    [400, '{"ERR":1,"DESC":"Authorization failed."}', { kind: 'refused', why: 'code', err: 1 }],
    [503, '{"ERR":0}', { kind: 'faulty', status: 503, err: null }],
    [200, '{"ERR":1,"DESC":"Authorization failed."}', { kind: 'refused', why: 'code', err: 1 }],
    [200, '{"ERR":2,"DESC":"Internal error.","EXTENSIONS":[]}', { kind: 'faulty', status: 200, err: 2 }],
    [200, '<!doctype html><title>Sign in</title>', { kind: 'malformed', why: 'web-page' }],
    [200, '{"ERR":0,"EXTENSIONS":[{"na', { kind: 'malformed', why: 'cut-short' }],
    [200, '', { kind: 'malformed', why: 'not-json' }],
    [200, 'OK', { kind: 'malformed', why: 'not-json' }],
    [200, '{}', { kind: 'malformed', why: 'wrong-shape' }],
    [200, '[]', { kind: 'malformed', why: 'wrong-shape' }],
    [200, '"OK"', { kind: 'malformed', why: 'wrong-shape' }],
  ])('is reported for HTTP %i with “%s”', async (status, text, failure) => {
    expect(await asked(saying(text, status))).toEqual(failure)
  })

  it.each([301, 302, 307, 308])('is reported for a redirect by %i, which isn’t followed', async (status) => {
    const { client, seen } = await serving((response, { url }) =>
      url.startsWith('/comet')
        ? saying('', status, { location: '/elsewhere' })(response)
        : saying(fixture('extensions'))(response),
    )
    expect(await client.extensions(null, signal())).toEqual({ kind: 'malformed', why: 'redirect' })
    expect(seen).toHaveLength(1)
  })

  it('includes how long to wait', async () => {
    const date = 'Mon, 05 Jan 2026 10:00:00 GMT'
    const later = 'Mon, 05 Jan 2026 10:00:30 GMT'
    expect(await asked(saying('', 429, { 'retry-after': '7' }))).toEqual({
      kind: 'limited',
      retryAfterMs: 7_000,
    })
    expect(await asked(saying('', 429, { 'retry-after': later, date }))).toEqual({
      kind: 'limited',
      retryAfterMs: 30_000,
    })
    expect(await asked(saying('', 429))).toEqual({ kind: 'limited', retryAfterMs: null })
  })

  it.each([500, 502, 503, 504])('includes how long to wait for HTTP %i, too', async (status) => {
    const faulty = (retryAfterMs: number) => ({ kind: 'faulty', status, err: null, retryAfterMs })
    expect(await asked(saying('', status, { 'retry-after': '120' }))).toEqual(faulty(120_000))
    expect(await asked(saying('<html>', status, { 'retry-after': '9999' }))).toEqual(faulty(300_000))
    expect(await asked(saying('', status, { 'retry-after': 'soon' }))).toEqual({
      ...{ kind: 'faulty', status, err: null },
    })
    const own = '{"ERR":2,"DESC":"Internal error."}'
    expect(await asked(saying(own, status, { 'retry-after': '7' }))).toEqual({ ...faulty(7_000), err: 2 })
  })

  it('is reported when the connection is lost before or during the response', async () => {
    const lost = { kind: 'unreachable', why: 'connection-lost' }
    expect(await asked((response) => void response.socket?.destroy())).toEqual(lost)
    const half = (response: ServerResponse): void => {
      response.writeHead(200, { 'content-length': '500' }).write('{"ERR":0,')
      setImmediate(() => response.socket?.destroy())
    }
    expect(await asked(half)).toEqual(lost)
  })

  it('is reported when nothing listens', async () => {
    const { client, base } = await serving(saying(''))
    expect((await client.queues(null, signal())).kind).toBe('malformed')
    const port = await listening(createTcpServer())
    closing.pop()?.()
    const nobody = createClient({
      fetch,
      now: Date.now,
      baseUrl: `http://127.0.0.1:${port}`,
      muteUrl: base,
      code: CODE,
      region: 'IL',
    })
    expect(await nobody.extensions(null, signal())).toEqual({
      kind: 'unreachable',
      why: 'connection-refused',
    })
  })

  it('is reported when the server doesn’t speak HTTP', async () => {
    const port = await listening(createTcpServer((socket) => socket.end('220 mail ready\r\n')))
    const client = createClient({
      fetch,
      now: Date.now,
      baseUrl: `http://127.0.0.1:${port}`,
      muteUrl: '',
      code: CODE,
      region: 'IL',
    })
    expect(await client.extensions(null, signal())).toEqual({ kind: 'malformed', why: 'not-json' })
  })

  it('is reported when the server’s certificate isn’t valid, and the code isn’t sent', async () => {
    let received = ''
    const server = createTcpServer((socket) => {
      socket.on('data', (bytes) => {
        received += bytes.toString('latin1')
        socket.end('HTTP/1.1 200 OK\r\n\r\n')
      })
    })
    const baseUrl = `https://127.0.0.1:${await listening(server)}`
    const client = createClient({ fetch, now: Date.now, baseUrl, muteUrl: baseUrl, code: CODE, region: 'IL' })
    expect(await client.extensions(null, signal())).toEqual({ kind: 'unreachable', why: 'tls' })
    expect(received).not.toBe('')
    expect(received).not.toContain(CODE)
  })

  it('is reported at once when the caller cancels the request', async () => {
    const caller = new AbortController()
    const { client } = await serving(() => caller.abort())
    expect(await client.extensions(null, caller.signal)).toEqual({ kind: 'unreachable', why: 'aborted' })
  })

  it('is reported on a timeout before the response, or within its body', async () => {
    const stalling = (response: ServerResponse, time: () => void): void => {
      response.writeHead(200).write('{')
      setImmediate(time)
    }
    for (const stall of [(_response: ServerResponse, time: () => void) => time(), stalling]) {
      const timer = { limit: 0, run: (): void => undefined }
      const after = (ms: number, run: () => void) => {
        Object.assign(timer, { limit: ms, run })
        return () => undefined
      }
      expect(await asked((response) => stall(response, () => timer.run()), { after })).toEqual({
        kind: 'unreachable',
        why: 'timeout',
      })
      expect(timer.limit).toBe(8_000)
    }
  })

  // These limits are in docs/api.md: reading a larger body would block main.
  it.each<
    [
      string,
      number,
      Exclude<keyof ReturnType<typeof createClient>, 'limits' | 'setStatus' | 'dial' | 'hangUp'>,
    ]
  >([
    ['one extension', 5, 'extensions'],
    ['everyone', 8, 'extensions'],
    ['the queues', 4, 'queues'],
    ['a mute', 1 / 16, 'mute'],
  ])('is reported for a response about %s of more than %d MB', async (about, megabytes, ask) => {
    const kindOf = async (bytes: number): Promise<string> => {
      const text = ask === 'queues' ? '{"ERR":0,"QUEUES":[]}' : '{"ERR":0,"EXTENSIONS":[]}'
      const body = (ask === 'mute' ? '{"ErrorCode":"0","Message":"OK"}' : text).padEnd(bytes, ' ')
      const client = createClient({
        fetch: () => Promise.resolve(new Response(body)),
        ...{ now: Date.now, baseUrl: 'https://a.example', muteUrl: 'https://a.example', code: CODE },
        region: 'IL',
      })
      const requests = {
        extensions: () => client.extensions(about === 'everyone' ? null : 'SIPSIP2', signal()),
        queues: () => client.queues(null, signal()),
        mute: () => client.mute({ ivrid: 'a1' }, true, signal()),
      }
      const outcome = await requests[ask]()
      return 'why' in outcome ? outcome.why : outcome.kind
    }
    const most = megabytes * 1024 * 1024
    expect([await kindOf(most), await kindOf(most + 1)]).toEqual(['reached', 'too-large'])
  })

  it('is reported for an endless body while it is still arriving', async () => {
    let sent = 0
    const outcome = await asked((response) => {
      const chunk = Buffer.alloc(1024 * 1024, ' ')
      const pour = (): void => {
        if (response.destroyed || sent >= 200) return
        sent++
        response.write(chunk, () => setImmediate(pour))
      }
      pour()
    })
    expect(outcome).toEqual({ kind: 'malformed', why: 'too-large' })
    expect(sent).toBeLessThan(100)
  })

  it('contains neither the code nor a number, whatever went wrong', async () => {
    const outcomes = [
      await asked(saying(`{"ERR":9,"DESC":"${CODE} 0722776772"}`)),
      await asked(saying(`not json ${CODE}`)),
      await asked(() => undefined, {
        fetch: () => Promise.reject(new Error(`net::ERR_FAILED ${CODE} 0722776772`)),
      }),
      await asked(() => undefined, {
        fetch: () => {
          throw new TypeError(CODE)
        },
      }),
    ]
    expect(outcomes.map((outcome) => outcome.kind)).toEqual([
      'faulty',
      'malformed',
      'unreachable',
      'unreachable',
    ])
    expect(JSON.stringify(outcomes)).not.toMatch(/organisation|0722776772/)
  })
})

describe('muting', () => {
  it('reports the API’s result', async () => {
    const { client } = await serving(saying('{"ErrorCode":"404","Message":"UniqueIvrID not found"}'))
    expect(await client.mute({ ivrid: 'gone' }, true, signal())).toMatchObject({
      kind: 'reached',
      answer: { kind: 'no-such-call' },
    })
  })

  it('reports a failure as the other calls do', async () => {
    const { client } = await serving(saying('', 502))
    expect(await client.mute({ ivrid: 'a1' }, true, signal())).toEqual({
      kind: 'faulty',
      status: 502,
      err: null,
    })
  })
})
