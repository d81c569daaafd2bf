import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { systemClock } from '../clock.ts'
import { createWatcher } from '../history/testing/watcher.ts'
import { seenCall } from '../testing/seen.ts'
import { deliveryOf } from './delivery.ts'
import { postDelivery } from './post-delivery.ts'
import { ID_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER } from './signature.ts'

const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
}

async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  closing.push(() => server.closeAllConnections())
  return await listening(server)
}

const clock = systemClock()
/** Its 8 seconds pass in 80 ms. */
const hasty = { ...clock, after: (ms: number, run: () => void) => clock.after(ms / 100, run) }
const post = (url: string, more = {}) =>
  postDelivery(
    { fetch, clock, url, secret: 's', ...more },
    { id: 'id', type: 'ringing', call: 'x/1', body: '{"a":1}' },
    new AbortController().signal,
  )

describe('a delivery over a real socket', () => {
  it('is accepted by a receiver that reads it', async () => {
    const seen: string[] = []
    const url = await serving((request, response) => {
      request.setEncoding('utf8').on('data', (chunk: string) => seen.push(chunk))
      request.on('end', () => response.writeHead(200).end('{"ok":true}'))
    })
    expect(await post(url)).toBeNull()
    expect(seen.join('')).toBe('{"a":1}')
  })

  // From reports of signatures that don't match once a body contains non-ASCII letters.
  it.each([
    ['Hebrew', 'ד"ר לוי'],
    ['Arabic and an emoji', 'نور 😀'],
    ['a line separator', 'a\u2028b'],
    ['English', 'Sales'],
  ])('is signed over the bytes that are sent, in %s', async (_, name) => {
    const secret = 'סוד-ключ-🔑'
    const received: unknown[] = []
    const url = await serving((request, response) => {
      const chunks: Buffer[] = []
      request
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          const raw = Buffer.concat(chunks)
          const { headers } = request
          const {
            [ID_HEADER]: id = '',
            [TIMESTAMP_HEADER]: timestamp = '',
            [SIGNATURE_HEADER]: signed,
          } = headers
          const expected = createHmac('sha256', secret)
            .update(`${String(id)}.${String(timestamp)}.`)
            .update(raw)
            .digest('hex')
          received.push({
            genuine: signed === `v1=${expected}`,
            complete: Number(request.headers['content-length']) === raw.length,
            body: JSON.parse(raw.toString()) as unknown,
          })
          response.end()
        })
    })
    const call = seenCall({ name, customData: { note: name } })
    const [event] = createWatcher().see([call], Date.UTC(2026, 10, 22)).events
    if (event === undefined) throw new Error('no event to deliver')
    await postDelivery({ fetch, clock, url, secret }, deliveryOf(event, 'דנה'), new AbortController().signal)
    expect(received).toMatchObject([
      { genuine: true, complete: true, body: { call: { agent: 'דנה' }, customData: { note: name } } },
    ])
  })

  it('isn’t redirected to another address', async () => {
    const strayed: string[] = []
    const other = await serving((request, response) => {
      strayed.push(request.url ?? '')
      response.end()
    })
    for (const status of [301, 302, 303, 307, 308]) {
      const url = await serving((_, response) => response.writeHead(status, { location: other }).end())
      expect(await post(url)).toEqual({ kind: 'malformed', why: 'redirect' })
    }
    expect(strayed).toEqual([])
  })

  it('is abandoned when the receiver hangs', async () => {
    const url = await serving(() => undefined)
    expect(await post(url, { clock: hasty })).toEqual({ kind: 'unreachable', why: 'timeout' })
  })

  it('isn’t blocked by a receiver that never ends its response', async () => {
    const url = await serving((_, response) => response.writeHead(200).write('{'))
    expect(await post(url)).toBeNull()
  })

  it('fails when nothing listens', async () => {
    const server = createTcpServer()
    const url = await listening(server)
    await new Promise((resolve) => server.close(resolve))
    expect(await post(url)).toEqual({ kind: 'unreachable', why: 'connection-refused' })
  })

  it('fails when the connection is cut', async () => {
    const url = await listening(createTcpServer((socket) => socket.on('data', () => socket.destroy())))
    expect(await post(url)).toEqual({ kind: 'unreachable', why: 'connection-lost' })
  })

  it('fails when the receiver isn’t a web server', async () => {
    const url = await listening(createTcpServer((socket) => socket.end('SSH-2.0-x\r\n')))
    expect(await post(url)).toMatchObject({ kind: expect.stringMatching(/malformed|unreachable/) as string })
  })
})
