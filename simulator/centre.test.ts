import { request } from 'node:http'
import { Script } from 'node:vm'
import { afterEach, describe, expect, it } from 'vitest'
import { createCentre, type Centre } from './centre.ts'
import { FAULT_KINDS } from './faults/fault.ts'

const START = Date.UTC(2026, 6, 15, 6)
let centre: Centre | null = null
let now = START

/** A centre whose clock moves only when the test moves it; returns its address. */
async function open(speed = 1): Promise<string> {
  now = START
  const parts = {
    seed: 7,
    scenario: 'quiet',
    zone: 'Asia/Jerusalem',
    code: 'secret',
    wrongCode: 'error',
  } as const
  centre = createCentre({ ...parts, speed, now: () => now })
  const port = await centre.listen(0)
  return `http://127.0.0.1:${port}`
}

afterEach(async () => {
  await centre?.close()
  centre = null
})

const EXTENSIONS = '/comet/API/GetExtensionsCalls'
const post = (url: string, body: object | string = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const ask = (base: string): Promise<Response> =>
  post(base + EXTENSIONS, { code: 'secret', extension: 'SIPSIP2' })

/** Fetch sets its own Host header; this one can send a false one. */
const status = (url: string, headers: Record<string, string>, method = 'GET'): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end()
  })

describe('the API over a socket', () => {
  it('responds to GET and POST alike, under both spellings of its path', async () => {
    const base = await open()
    const byPost = await (await ask(base)).text()
    const byGet = await (
      await fetch(`${base}/Comet/API/GetExtensionsCalls?code=secret&extension=SIPSIP2`)
    ).text()
    expect(byGet).toBe(byPost)
    expect(byPost).toContain('"username":"SIPSIP2"')
    for (const path of ['/comet/API/MuteUnmuteCalls', '/Comet/API/MuteUnmuteCalls', '/api/MuteUnmuteCalls']) {
      expect(await (await post(base + path, { ivrid: 'x', state: '1' })).json()).toMatchObject({
        ErrorCode: '404',
      })
    }
  })

  it('reads only the body of a POST, and treats a broken one as a bad request', async () => {
    const base = await open()
    for (const answer of [
      await post(`${base}${EXTENSIONS}?code=secret`, {}),
      await post(base + EXTENSIONS, '{"code":'),
    ]) {
      expect(answer.status).toBe(200)
      expect(await answer.json()).toEqual({ ERR: 1, DESC: 'Authorization failed.' })
    }
  })

  it('has the true time in its Date header, and runs at the configured speed', async () => {
    const base = await open(60)
    now += 10_000
    const answer = await ask(base)
    expect(answer.headers.get('date')).toBe(new Date(START + 600_000).toUTCString())
    expect(centre!.world.now()).toBe(START + 600_000)
  })
})

describe('a fault over a socket', () => {
  const fail = (base: string, fault: object): Promise<Response> => post(`${base}/sim/fault`, fault)

  it.each([
    ['401', 401],
    ['403', 403],
    ['429', 429],
    ['500', 500],
    ['redirect', 302],
  ])('%s has its status, once, and then all is well', async (kind, wanted) => {
    const base = await open()
    await fail(base, { kind, count: 1, retryAfter: 7 })
    const answer = await ask(base)
    expect(answer.status).toBe(wanted)
    expect(answer.headers.get('retry-after')).toBe(kind === '429' ? '7' : null)
    expect(answer.headers.get('location')).toBe(kind === 'redirect' ? '/elsewhere' : null)
    expect((await ask(base)).status).toBe(200)
  })

  it.each([
    ['not-json', /^\{"ERR":0.*\[\}$/],
    ['web-page', /^<!doctype html>/],
    ['wrong-shape', /^\{"status":"ok"/],
    ['internal-error', /^\{"ERR":2,"DESC":"Internal error\."\}$/],
  ])('%s comes with 200 and its own body', async (kind, wanted) => {
    const base = await open()
    await fail(base, { kind })
    const answer = await ask(base)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toMatch(wanted)
  })

  it('half-body announces all of it and sends half', async () => {
    const base = await open()
    await fail(base, { kind: 'half-body' })
    const answer = await ask(base)
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(100)
    await expect(answer.text()).rejects.toThrow()
  })

  it('dropped sends nothing at all', async () => {
    const base = await open()
    await fail(base, { kind: 'dropped' })
    await expect(ask(base)).rejects.toThrow()
  })

  it.each([
    ['not-done', '500', 0],
    ['said-done', '200', 0],
    ['lost-answer', 'nothing', 1],
  ])('%s responds to a mute with %s', async (kind, code, muted) => {
    const base = await open()
    const { ivrid } = (await (await post(`${base}/sim/call`, { extension: 'SIPSIP2' })).json()) as {
      ivrid: string
    }
    await post(`${base}/sim/answer`, { ivrid })
    await fail(base, { kind, endpoint: 'mute' })
    const answer = await post(`${base}/api/MuteUnmuteCalls`, { ivrid, state: '1' })
      .then((came) => came.json() as Promise<{ ErrorCode: string }>)
      .catch(() => ({ ErrorCode: 'nothing' }))
    expect(answer.ErrorCode).toBe(code)
    expect(await (await ask(base)).text()).toContain(`"IsMuted":${muted}`)
  })

  it('too-large is over 32 MB', async () => {
    const base = await open()
    await fail(base, { kind: 'too-large' })
    expect((await (await ask(base)).arrayBuffer()).byteLength).toBeGreaterThan(32 * 1024 * 1024)
  })

  it('delay holds the response back, and ends when the client disconnects', async () => {
    const base = await open()
    await fail(base, { kind: 'delay', delayMs: 60 })
    const began = performance.now()
    expect((await ask(base)).status).toBe(200)
    expect(performance.now() - began).toBeGreaterThanOrEqual(55)
    await fail(base, { kind: 'delay', delayMs: 600_000 })
    const signal = AbortSignal.timeout(50)
    await expect(fetch(base + EXTENSIONS, { method: 'POST', body: '{}', signal })).rejects.toThrow()
  })

  it('affects only its endpoint, as often as configured, until it is cleared', async () => {
    const base = await open()
    await fail(base, { kind: '500', endpoint: 'queues' })
    await fail(base, { kind: '403', endpoint: 'extensions', count: 2 })
    const both = async (): Promise<number[]> => [
      (await ask(base)).status,
      (await post(`${base}/comet/API/GetQueuesCallers`, { code: 'secret' })).status,
    ]
    expect([await both(), await both(), await both()]).toEqual([
      [403, 500],
      [403, 500],
      [200, 500],
    ])
    await fetch(`${base}/sim/fault`, { method: 'DELETE' })
    expect(await both()).toEqual([200, 200])
  })

  it('affects only the request about everyone, while a single extension still works', async () => {
    const base = await open()
    await fail(base, { kind: '403', endpoint: 'everyone' })
    const askAll = (): Promise<Response> => post(base + EXTENSIONS, { code: 'secret' })
    expect([(await askAll()).status, (await ask(base)).status]).toEqual([403, 200])
    await fail(base, { kind: '500', endpoint: 'extensions' })
    await fail(base, { kind: 'cut-short', endpoint: 'everyone' })
    const everyone = await askAll()
    expect(everyone.status).toBe(200)
    await expect(everyone.json()).rejects.toThrow(SyntaxError)
  })

  it('is refused with a sentence if it doesn’t exist', async () => {
    const base = await open()
    for (const bad of [
      {},
      { kind: 'fire' },
      { kind: '500', count: 0 },
      { kind: 'delay', delayMs: -1 },
      { kind: '500', endpoint: 'x' },
    ]) {
      const answer = await fail(base, bad)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toEqual({ error: expect.stringMatching(/ must be /) as string })
    }
    expect(FAULT_KINDS).toContain('dropped')
  })
})

describe('the controls', () => {
  it('place, answer and end a call, which the API then reports', async () => {
    const base = await open()
    const statuses = async (): Promise<string[]> => {
      const { EXTENSIONS: list } = (await (await ask(base)).json()) as {
        EXTENSIONS: [{ calls: { callstatus: string }[] }]
      }
      return list[0].calls.map(({ callstatus }) => callstatus)
    }
    const { ivrid } = (await (await post(`${base}/sim/call`, { extension: 'SIPSIP2' })).json()) as {
      ivrid: string
    }
    expect(await statuses()).toEqual(['Ringing'])
    await post(`${base}/sim/answer`, { ivrid })
    expect(await statuses()).toEqual(['Talking'])
    await post(`${base}/sim/hold`, { extension: 'SIPSIP2' })
    expect(await statuses()).toEqual(['Hold'])
    await post(`${base}/sim/hangup`, { ivrid })
    expect(await statuses()).toEqual([])
    const { events } = (await (await fetch(`${base}/sim/events?since=2`)).json()) as {
      events: { kind: string }[]
    }
    expect(events.map(({ kind }) => kind)).toEqual([
      'ring-ended',
      'answered',
      'held',
      'talk-ended',
      'call-ended',
    ])
  })

  it('say what is wrong', async () => {
    const base = await open()
    const answers = await Promise.all([
      post(`${base}/sim/call`, {}),
      post(`${base}/sim/call`, { extension: 'nobody' }),
      post(`${base}/sim/call`, { extension: 'SIPSIP2', phone: 5 }),
      post(`${base}/sim/call`, '[1]'),
      post(`${base}/sim/answer`, { extension: 'SIPSIP2' }),
      post(`${base}/sim/status`, { extension: 'SIPSIP2', status: 'Lunch' }),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([400, 404, 400, 400, 404, 400])
  })

  it('quiet and clear leave a centre without calls', async () => {
    const base = await open()
    now += 3_600_000
    await post(`${base}/sim/quiet`)
    await post(`${base}/sim/clear`)
    now += 3_600_000
    const { agents } = (await (await fetch(`${base}/sim/state`)).json()) as { agents: { calls: unknown[] }[] }
    expect(agents.flatMap(({ calls }) => calls)).toEqual([])
  })

  it('count requests and say where the code was sent, but never the code', async () => {
    const base = await open()
    await ask(base)
    await fetch(`${base}${EXTENSIONS}?code=secret`)
    await expect
      .poll(async () => {
        const text = await (await fetch(`${base}/sim/requests`)).text()
        expect(text).not.toContain('secret')
        return JSON.parse(text) as unknown
      })
      .toMatchObject({
        total: 2,
        counts: { extensions: 2, queues: 0, mute: 0 },
        mostInAMinute: 2,
        mostAtOnce: 1,
        recent: [
          { method: 'POST', codeIn: 'body', status: 200 },
          { method: 'GET', codeIn: 'url', status: 200 },
        ],
      })
  })

  it('refuse other hosts, other origins and other sites', async () => {
    const base = await open()
    const own = new URL(base).host
    for (const path of ['/', '/control.js', '/sim/state', '/sim/events']) {
      expect(await status(base + path, { host: own })).toBe(200)
      expect(await status(base + path, { host: 'rebound.example' })).toBe(403)
      expect(await status(base + path, { host: '127.0.0.1:1' })).toBe(403)
      expect(await status(base + path, { host: own, origin: 'http://rebound.example' })).toBe(403)
      expect(await status(base + path, { host: own, origin: 'null' })).toBe(403)
      expect(
        await status(base + path, { host: own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
      ).toBe(403)
    }
    expect(await status(`${base}/sim/clear`, { host: own, origin: `http://${own}` }, 'POST')).toBe(200)
    expect(await status(`${base}/sim/fault`, { host: own, origin: 'http://other.example' }, 'DELETE')).toBe(
      403,
    )
  })
})

describe('the control page', () => {
  it('has no inline script or style, and forbids them to the browser', async () => {
    const base = await open()
    const answer = await fetch(`${base}/`)
    expect(answer.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'self'; style-src 'self'/,
    )
    const html = await answer.text()
    expect(html).not.toMatch(/<style|\son\w+=|style=|https?:/)
    expect(html.match(/<script[^>]*>[^<]*/g)).toEqual(['<script src="/control.js" defer>'])
  })

  it('has a script that parses and that writes no markup', async () => {
    const base = await open()
    const source = await (await fetch(`${base}/control.js`)).text()
    expect(() => new Script(source)).not.toThrow()
    expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write/)
  })
})
