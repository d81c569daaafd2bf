import { EventEmitter } from 'node:events'
import type { ClientRequest, ClientRequestConstructorOptions } from 'electron/main'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBody } from '../../../core/telephony/read-body.ts'
import { createRequestFetch } from './request-fetch.ts'

class FakeMessage extends EventEmitter {
  readonly statusMessage = '\u{1F600}'
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>

  constructor(statusCode: number, headers: FakeMessage['headers'] = {}) {
    super()
    this.statusCode = statusCode
    this.headers = headers
  }
}

class FakeRequest extends EventEmitter {
  aborted = 0
  sent: string | null = null
  written = ''
  readonly options: ClientRequestConstructorOptions

  constructor(options: ClientRequestConstructorOptions) {
    super()
    this.options = options
  }

  write(chunk: Buffer): void {
    this.written += chunk.toString()
  }

  end(): void {
    this.sent = this.written
  }

  abort(): void {
    this.aborted += 1
  }
}

const URL_ASKED = 'https://api.example/x'
const soon = () => new Promise((resolve) => setImmediate(resolve))

/** A sent fetch, and its result. */
async function ask(init: RequestInit = {}) {
  const requests: FakeRequest[] = []
  const fetch = createRequestFetch((options) => {
    const request = new FakeRequest(options)
    requests.push(request)
    return request as unknown as ClientRequest
  })
  const answer = fetch(URL_ASKED, init)
  answer.catch(() => undefined)
  await soon()
  return { answer, request: requests[0]! }
}

describe('createRequestFetch', () => {
  it('sends method, address, headers and body, and nothing else', async () => {
    const { request } = await ask({
      method: 'POST',
      headers: { 'content-type': 'application/json', 'X-Id': '7' },
      body: '{"code":"c"}',
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
    })
    expect(request.options).toEqual({
      method: 'POST',
      url: URL_ASKED,
      headers: { 'content-type': 'application/json', 'x-id': '7' },
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
    })
    expect(request.sent).toBe('{"code":"c"}')
  })

  it('returns status, headers and body as received, and leaves a finished request alone', async () => {
    const { answer, request } = await ask()
    const message = new FakeMessage(429, { 'retry-after': '5', 'set-cookie': ['a=1', 'b=2'] })
    request.emit('response', message)
    const response = await answer
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '5'])
    message.emit('data', Buffer.from('slow '))
    message.emit('data', Buffer.from('down'))
    message.emit('end')
    expect(await response.text()).toBe('slow down')
    expect(request.aborted).toBe(0)
  })

  it('drops invalid headers, and passes on the rest', async () => {
    const { answer, request } = await ask()
    const headers = { 'x-gateway': '\u{1F600}', 'x y': '1', 'x-nul': 'a\0', date: 'today', 'x-e': '\uFFFD' }
    request.emit('response', new FakeMessage(200, headers))
    expect([...(await answer).headers]).toEqual([['date', 'today']])
  })

  it.each([0, 1, 199, 600, 999, 65_536, Number.NaN])(
    'rejects at status %d, and ends the request',
    async (status) => {
      const { answer, request } = await ask()
      request.emit('response', new FakeMessage(status))
      await expect(answer).rejects.toThrow(/^net::ERR_INVALID_HTTP_RESPONSE \(status/)
      expect(request.aborted).toBe(1)
    },
  )

  it.each([204, 205, 304])('has no body at status %d, and leaves none behind', async (status) => {
    const { answer, request } = await ask()
    request.emit('response', new FakeMessage(status))
    expect(await (await answer).text()).toBe('')
    expect(request.aborted).toBe(1)
  })

  it('ends the request when the body is cancelled, at once or later', async () => {
    for (const parts of [0, 1]) {
      const { answer, request } = await ask()
      const message = new FakeMessage(401)
      request.emit('response', message)
      const response = await answer
      for (let part = 0; part < parts; part++) message.emit('data', Buffer.from('part'))
      await response.body?.cancel()
      expect(request.aborted).toBe(1)
      message.emit('data', Buffer.from('more'))
      message.emit('end')
    }
  })

  it('ends the request when the body is too large', async () => {
    const { answer, request } = await ask()
    const message = new FakeMessage(200)
    request.emit('response', message)
    const read = readBody(await answer, 10)
    message.emit('data', Buffer.alloc(11))
    expect(await read).toBe(null)
    expect(request.aborted).toBe(1)
  })

  it('sends no password when asked, and reports a proxy that wants one', async () => {
    const entered: unknown[][] = []
    const enter = (...words: unknown[]): void => void entered.push(words)
    const server = await ask()
    server.request.emit('login', { isProxy: false }, enter)
    server.request.emit('response', new FakeMessage(401))
    expect((await server.answer).status).toBe(401)
    const proxy = await ask()
    proxy.request.emit('login', { isProxy: true }, enter)
    await expect(proxy.answer).rejects.toThrow('net::ERR_PROXY_AUTH_REQUESTED')
    expect(proxy.request.aborted).toBe(1)
    expect(entered).toEqual([[], []])
  })

  it('sends nothing once its signal has aborted', async () => {
    const { answer, request } = await ask({ signal: AbortSignal.abort(new Error('given up')) })
    await expect(answer).rejects.toThrow('given up')
    expect(request).toBeUndefined()
  })

  it('aborts a response that arrives although the request was aborted', async () => {
    const abort = new AbortController()
    const { answer, request } = await ask({ signal: abort.signal })
    abort.abort(new Error('given up'))
    await expect(answer).rejects.toThrow('given up')
    request.emit('response', new FakeMessage(200))
    expect(request.aborted).toBe(2)
  })

  const event = fc.oneof(
    fc.constantFrom('end', 'data', 'cancel', 'abort', 'request error', 'message error', 'proxy', 'server'),
    fc.integer({ min: 0, max: 1_000 }),
  )
  it('settles once under any events in any order, throws nowhere, and always finishes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events) => {
        const abort = new AbortController()
        const { answer, request } = await ask({ signal: abort.signal })
        let message = new FakeMessage(200)
        let response: Response | null = null
        let [settled, ended] = [0, false]
        answer.then(
          (came) => {
            settled += 1
            response = came
          },
          () => (settled += 1),
        )
        for (const one of [...events, 'abort'] as const) {
          if (typeof one === 'number')
            request.emit('response', (message = new FakeMessage(one, { a: '\u0100' })))
          else if (one === 'cancel')
            await (response as Response | null)?.body?.cancel().catch(() => undefined)
          else if (one === 'abort') abort.abort()
          else if (one === 'request error') request.emit('error', new Error('net::ERR_FAILED'))
          else if (one === 'message error') {
            if (message.listenerCount('error') > 0) message.emit('error', new Error('x'))
          } else if (one === 'end') ended = message.emit('end') || ended
          else if (one === 'data') message.emit('data', Buffer.from('x'))
          else request.emit('login', { isProxy: one === 'proxy' }, () => undefined)
          await soon()
        }
        expect(settled).toBe(1)
        expect(request.aborted > 0 || ended).toBe(true)
      }),
    )
  })
})
