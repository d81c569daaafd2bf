import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ClientRequest } from 'electron/main'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createNet } from '../../browser-host/electron/net.ts'
import { createProxies } from '../../browser-host/network/proxies.ts'
import { createClient } from '../../core/telephony/client.ts'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import type { AlertDelivery } from '../../core/webhook/delivery.ts'
import { postDelivery } from '../../core/webhook/post-delivery.ts'
import { createRequestFetch } from '../../electron/main/system/request-fetch.ts'

const HOURS = 8
const POLLS_AN_HOUR = 720 // every five seconds
const POLLS_AN_EVENT = 12 // an event for the webhook each minute
const BODY = JSON.stringify({ error: 'x'.repeat(500) })

type Answer = RequestListener

const said =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(status, headers).end(BODY)
const raw =
  (bytes: string): Answer =>
  ({ socket }) =>
    void socket.end(bytes)
/** Continues for as long as it is read. */
const endless: Answer = (_request, response) => {
  response.writeHead(200)
  const more = (): void => {
    if (!response.destroyed) response.write(Buffer.alloc(64 * 1024, 'x'), () => setImmediate(more))
  }
  more()
}
const silent: Answer = (_request, response) => response.writeHead(200).flushHeaders()
const good: Answer = (_request, response) => void response.end('{"ERR":0,"DESC":"OK","EXTENSIONS":[]}')

/** Ways of not reading a response body, all of which `net.fetch` allows. */
const REFUSALS = [said(401), said(403), said(429, { 'retry-after': '5' })]
const POLLS = [
  ...[good, ...REFUSALS, good, said(500), said(302, { location: '/else' }), good, said(204)],
  ...[raw('HTTP/1.1 999 Denied\r\nContent-Length: 2\r\n\r\n{}'), raw('HTTP/1.1 000 -\r\n\r\n{}'), good],
  ...[
    raw('HTTP/1.1 200 \u{1F600}\r\nX-A: \u{1F600}\r\n\r\n{}'),
    raw('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}'),
  ],
]
const EVENTS = [said(200), said(204), said(410), said(429), said(500), said(302, { location: '/' }), silent]
/** Each of these uses megabytes. */
const RARELY = [endless]

let answers: Readonly<Record<'polls' | 'events', readonly Answer[]>> = { polls: [], events: [] }
const asked = { polls: 0, events: 0 }
const server = createServer((request, response) => {
  const what = request.url === '/hook' ? 'events' : 'polls'
  request.resume().on('end', () => {
    const turn = asked[what]++
    const rarely = what === 'polls' && turn % POLLS_AN_HOUR === 1 ? RARELY : []
    const among = rarely.length > 0 ? rarely : answers[what]
    among[turn % among.length]?.(request, response)
  })
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const event = (id: string): AlertDelivery => ({
  id,
  type: 'ringing',
  call: id,
  body: '{}',
})

/** Loaders that are open at the end of each hour of polls and events over this network. */
async function workFor(hours: number, fetch: typeof globalThis.fetch, open: () => number) {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const clock = virtualClock()
  const client = createClient({
    fetch,
    now: clock.now,
    after: clock.after,
    baseUrl: origin,
    muteUrl: origin,
    code: 'c',
    region: 'IL',
  })
  const post = { fetch, clock, url: `${origin}/hook`, secret: 's' }
  const { signal } = new AbortController()
  Object.assign(asked, { polls: 0, events: 0 })
  const hourly: number[] = []
  const kinds = new Map<string, number>()
  const note = (kind: string): void => void kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  for (let poll = 1; poll <= hours * POLLS_AN_HOUR; poll++) {
    const came = await client.extensions('SIPSIP2', signal)
    note('why' in came ? came.why : came.kind)
    if (poll % POLLS_AN_EVENT === 0) await postDelivery(post, event(`e${poll}`), signal)
    if (poll % POLLS_AN_HOUR === 0) hourly.push(open())
  }
  return { hourly, kinds: Object.fromEntries(kinds) }
}

const hostNet = () => createNet({ isOnline: () => true, proxies: createProxies({}) })

it('leaves no loader open through a shift of polls and events, most of which are refused or odd', async () => {
  const { net, openLoaders } = hostNet()
  const fetch = createRequestFetch((options) => net.request(options) as unknown as ClientRequest)
  answers = { polls: POLLS, events: EVENTS }
  const { hourly, kinds } = await workFor(HOURS, fetch, openLoaders)
  process.stdout.write(
    `${HOURS} h, ${asked.polls} polls, ${asked.events} events: open loaders ${hourly.join(', ')}; ${JSON.stringify(kinds)}\n`,
  )
  expect(hourly).toEqual(Array.from({ length: HOURS }, () => 0))
  // Every way of failing occurred.
  expect(Object.keys(kinds)).toEqual(
    expect.arrayContaining(['code', 'address', 'limited', 'faulty', 'redirect', 'not-json', 'too-large']),
  )
})

it('would notice it: Electron’s own net.fetch leaves one for each body that is cancelled', async () => {
  const { net, openLoaders } = hostNet()
  answers = { polls: [good, ...REFUSALS], events: [said(200)] }
  const { hourly } = await workFor(
    1,
    (input, init) => net.fetch(input instanceof URL ? input.href : input, init),
    openLoaders,
  )
  process.stdout.write(`net.fetch, 1 h: open loaders ${hourly.join()}\n`)
  expect(hourly).toEqual([(POLLS_AN_HOUR * 3) / 4 + POLLS_AN_HOUR / POLLS_AN_EVENT])
})
