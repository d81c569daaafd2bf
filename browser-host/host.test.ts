import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import type { DesktopState } from './desktop/desktop-state.ts'
import type { FromPage } from './desktop/from-page.ts'
import type { ToPage } from './desktop/to-page.ts'
import { writeFixtureApp } from './fixture-app.ts'
import { type RunningHost, startBrowserHost } from './start.ts'

const WAIT = { timeout: 5_000, interval: 20 }

/** The desktop page's side, without a browser. */
async function openPage(host: RunningHost) {
  const { origin } = host
  const { cookie, secret } = await visit(host)
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/host/socket?secret=${secret}`, { origin })
  const heard: ToPage[] = []
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as ToPage))
  let seq = 0
  const say = (message: FromPage): void => socket.send(JSON.stringify(message))
  const state = (): DesktopState => {
    const last = heard.findLast((message) => message.type === 'state')
    if (last === undefined) throw new Error('no state yet')
    return last.state
  }
  const ask = async (channel: string, ...args: unknown[]): Promise<ToPage> => {
    const asked = ++seq
    say({ type: 'ipc-invoke', id: 1, seq: asked, channel, args })
    return vi.waitFor(() => {
      const found = heard.find(
        (message) => 'seq' in message && message.seq === asked && message.type !== 'clipboard-write',
      )
      if (found === undefined) throw new Error(`no answer to ${channel}`)
      return found
    }, WAIT)
  }
  const choose = (label: string): void => {
    const all = state().trays[0]!.menu!.flatMap((item) => [item, ...item.items])
    say({ type: 'menu', id: 1, command: all.find((item) => item.label === label)!.command })
  }
  const opened = new Promise((resolve) => socket.once('open', resolve))
  return { socket, cookie, secret, opened, heard, say, state, ask, choose }
}

/** What the first visit to an address returns to a page: the cookie for its files, the secret for its socket. */
async function visit(host: RunningHost) {
  const answer = await fetch(await host.address())
  const [, secret = ''] = /<meta name="secret" content="([^"]*)"/.exec(await answer.text()) ?? []
  return { secret, cookie: answer.headers.get('set-cookie')!.split(';')[0]! }
}

type Headers = Record<string, string>

/** Status of a request with exactly these headers, which fetch would not let through. */
const status = (url: string, headers: Headers): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

describe('the browser host, running an app', () => {
  let folder: string
  let host: RunningHost
  let page: Awaited<ReturnType<typeof openPage>>
  const said = (line: string | RegExp) =>
    vi.waitFor(() => expect(host.lines).toContainEqual(expect.stringMatching(line)), WAIT)

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-host-'))
    writeFixtureApp(join(folder, 'app'))
    host = await startBrowserHost({
      profile: join(folder, 'profile'),
      app: join(folder, 'app'),
      argv: ['--flag'],
    })
    page = await openPage(host)
    await page.opened
    await vi.waitFor(() => page.state(), WAIT)
  }, 30_000)
  afterAll(async () => {
    await host.stop()
    rmSync(folder, { recursive: true })
  })

  it('prints its address first, and every way of importing electron gives the same module', async () => {
    expect(host.lines[0]).toMatch(/^Ringside desktop: http:\/\/127\.0\.0\.1:\d+\/\?ticket=/)
    await said('same electron true')
    await said('running Ringside 1.2.3')
    await said('ready-to-show')
  })

  it('shows the tray’s real icon, tooltip and menu', () => {
    const [tray] = page.state().trays
    expect(tray).toMatchObject({ state: 'idle', tooltip: 'Ringside: no calls', title: '' })
    expect(tray?.image).toMatch(/^data:image\/png;base64,iVBOR/)
    expect(tray?.menu?.map((item) => [item.kind, item.label, item.enabled])).toEqual([
      ['entry', 'Ring & ring', true],
      ['entry', 'Open', true],
      ['line', '', true],
      ['submenu', 'More', true],
      ['entry', 'Off', false],
      ['entry', 'Quit', true],
    ])
  })

  it('responds to the window’s requests, from its own address, and passes errors on', async () => {
    expect(await page.ask('add', [2, 3])).toMatchObject({ type: 'ipc-answer', value: 5 })
    await said('asked from fixture://app/index.html')
    expect(await page.ask('fail')).toMatchObject({
      error: "Error invoking remote method 'fail': Error: on purpose",
    })
    expect(await page.ask('none')).toMatchObject({
      error: "Error invoking remote method 'none': Error: No handler registered for 'none'",
    })
  })

  it('survives any message name: an emitter throws at an `error` without a listener', async () => {
    for (const channel of ['error', 'newListener', 'removeListener', '__proto__', 'constructor', '']) {
      page.say({ type: 'ipc-send', id: 1, channel, args: ['x'] })
      expect(await page.ask(channel)).toMatchObject({ type: 'ipc-error' })
    }
    expect(await page.ask('add', [2, 3])).toMatchObject({ value: 5 })
    expect(host.errors).toEqual([])
  })

  it('passes messages without a response between main and the window', async () => {
    page.say({ type: 'ipc-send', id: 1, channel: 'visibility', args: ['hidden'] })
    await vi.waitFor(
      () =>
        expect(page.heard).toContainEqual({
          type: 'ipc-push',
          id: 1,
          channel: 'push',
          args: ['seen hidden'],
        }),
      WAIT,
    )
  })

  it('throws with the name of anything that it doesn’t simulate', async () => {
    expect(await page.ask('gaps')).toMatchObject({
      value: [
        'browser-host does not simulate electron.app.dockless',
        'browser-host does not simulate electron.desktopCapturer.getSources',
        'browser-host does not simulate electron.BrowserWindow.setShape',
        'browser-host does not simulate electron.TouchBar',
      ],
    })
  })

  it('encrypts and decrypts a secret, with a key that only its owner can read', async () => {
    expect(await page.ask('sealed')).toMatchObject({ value: { result: 'secret', shouldReEncrypt: false } })
    expect(statSync(join(folder, 'profile', 'browser-host.key')).mode & 0o777).toBe(0o600)
  })

  it('runs a child with a port to its parent', async () => {
    expect(await page.ask('fork')).toMatchObject({ value: { kind: 'end', word: 'from env', got: 'more' } })
  })

  it('shows, focuses and blurs the window as the user does', async () => {
    await said('window show')
    expect(page.state().windows[0]).toMatchObject({
      visible: true,
      focused: false,
      bounds: { x: 800, y: 40, width: 392, height: 600 },
    })
    page.say({ type: 'window', id: 1, did: 'focus' })
    await said('window focus')
    page.say({ type: 'window', id: 1, did: 'blur' })
    await said('window blur')
    page.choose('Hide')
    await said('window hide')
    await vi.waitFor(() => expect(page.state().windows[0]?.visible).toBe(false), WAIT)
    page.choose('Open')
    await vi.waitFor(
      () => expect(page.state().windows[0]).toMatchObject({ visible: true, focused: true }),
      WAIT,
    )
  })

  it('keeps the window on a smaller screen', async () => {
    page.say({ type: 'viewport', width: 1000, height: 700 })
    await vi.waitFor(() => expect(page.state().windows[0]?.bounds).toMatchObject({ x: 608, y: 40 }), WAIT)
  })

  it('shows a toast there, and returns its click, action and close', async () => {
    page.choose('Ring & ring')
    await vi.waitFor(() => expect(page.state().trays[0]?.state).toBe('ringing'), WAIT)
    await vi.waitFor(
      () =>
        expect(page.state().toasts).toMatchObject([
          { id: 'ring-1', title: 'Ringing: 03-900', body: 'Sales', actions: ['Copy number'], urgent: true },
        ]),
      WAIT,
    )
    await said('toast show')
    page.say({ type: 'toast-action', id: 'ring-1', index: 0 })
    await said('toast action 0')
    await said('toast close')
    await vi.waitFor(() => expect(page.state().toasts).toEqual([]), WAIT)

    page.choose('Ring & ring')
    await vi.waitFor(() => expect(page.state().toasts).toHaveLength(1), WAIT)
    page.say({ type: 'toast', id: 'ring-1', did: 'click' })
    await said('toast click')
  })

  it('reports a text as copied only if the browser accepted it', async () => {
    const writes = () => page.heard.filter((message) => message.type === 'clipboard-write')
    await vi.waitFor(() => expect(writes()).toHaveLength(1), WAIT)
    const [first] = writes()
    expect(first).toMatchObject({ text: '03-900' })
    page.say({ type: 'clipboard', seq: first!.seq, done: false })
    await said('not copied')
  })

  it('refuses notifications when the tester chooses that', async () => {
    page.say({ type: 'system', part: 'notifications', on: false })
    page.choose('Ring & ring')
    await said('toast failed')
    page.say({ type: 'system', part: 'notifications', on: true })
  })

  it('sleeps, wakes, and goes offline', async () => {
    for (const [part, on, event] of [
      ['awake', false, 'suspend'],
      ['awake', true, 'resume'],
      ['locked', true, 'lock-screen'],
      ['locked', false, 'unlock-screen'],
    ] as const) {
      page.say({ type: 'system', part, on })
      await said(`power ${event}`)
    }
    page.say({ type: 'system', part: 'online', on: false })
    expect(await page.ask('online')).toMatchObject({ value: 'net::ERR_INTERNET_DISCONNECTED' })
    page.say({ type: 'system', part: 'online', on: true })
    expect(await page.ask('online')).toMatchObject({ value: 'net::ERR_CONNECTION_REFUSED' })
  })

  it('serves the window through the app’s own protocol, with the preload first and its policy unchanged', async () => {
    const { origin } = host
    const headers = { cookie: page.cookie }
    const answer = await fetch(`${origin}/window/1/app/index.html`, { headers })
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; script-src 'self'")
    expect(answer.headers.get('permissions-policy')).toContain('camera=(), microphone=()')
    expect(await answer.text()).toContain(`<head><script src="${origin}/host/preload/1.js"></script>`)
    const script = await (await fetch(`${origin}/host/preload/1.js`, { headers })).text()
    expect(script).toContain("exposeInMainWorld('companion'")
    for (const missing of [
      '/window/1/app/none.js',
      '/window/9/app/index.html',
      '/window/1/other/index.html',
      '/host/page/../main.ts',
      '/host/preload/9.js',
    ])
      expect((await fetch(`${origin}${missing}`, { headers })).status, missing).toBe(404)
  })

  it('admits only visitors with an unused address', async () => {
    const { origin } = host
    expect(await status(`${origin}/`, {})).toBe(403)
    expect(await status(`${origin}/?ticket=guess`, {})).toBe(403)
    const address = await host.address()
    expect(await status(address, { host: 'ringside.example' })).toBe(403)
    expect(await status(address, { origin: 'https://elsewhere.example' })).toBe(403)
    expect(await status(address, { origin })).toBe(200)
    expect(await status(address, { origin })).toBe(403)
    expect((await visit(host)).secret).toBe(page.secret)
  })

  it('opens its files to the cookie, and nothing else: another user’s server on this computer receives it too', async () => {
    const { origin } = host
    const answer = await fetch(await host.address())
    expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict/)
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
    for (const path of ['/', '/window/1/app/index.html', '/host/page/desktop.css', '/host/preload/1.js']) {
      expect(await status(`${origin}${path}`, { cookie })).toBe(200)
      expect(await status(`${origin}${path}`, {})).toBe(403)
      expect(await (await fetch(`${origin}${path}`, { headers: { cookie } })).text()).not.toContain(
        page.secret,
      )
    }
    const sockets: [string, Headers][] = [
      ['/host/socket', { origin, cookie }],
      [`/host/socket?secret=${cookie.split('=')[1]}`, { origin, cookie }],
      [`/host/socket?secret=${page.secret}`, { origin: 'https://elsewhere.example' }],
      [`/host/socket?secret=${page.secret}`, {}],
    ]
    for (const [path, headers] of sockets) {
      const refused = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers })
      const error = await new Promise<Error>((resolve) => refused.once('error', resolve))
      expect(error.message).toContain('403')
    }
  })

  it('survives a client that requests the socket and disconnects as it is refused', async () => {
    const { host: name, port } = new URL(host.origin)
    for (let tries = 0; tries < 5; tries++) {
      const neighbour = connect(Number(port), '127.0.0.1')
      neighbour.write(
        `GET /host/socket HTTP/1.1\r\nHost: ${name}\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n`,
      )
      await new Promise((resolve) => neighbour.once('data', resolve))
      neighbour.resetAndDestroy()
    }
    expect(await page.ask('add', [4, 5])).toMatchObject({ value: 9 })
    expect(host.errors).toEqual([])
  })

  it('survives nonsense, and pages that come and go', async () => {
    const other = await openPage(host)
    await other.opened
    for (const nonsense of [
      '',
      '{',
      '[]',
      '{"type":"menu"}',
      '{"type":"ipc-invoke","id":1}',
      '{"type":"window","id":77,"did":"close"}',
    ])
      other.socket.send(nonsense)
    expect(await other.ask('add', [1, 1])).toMatchObject({ value: 2 })
    expect(other.state().trays).toHaveLength(1)
    other.socket.terminate()
    expect(await page.ask('add', [1, 2])).toMatchObject({ value: 3 })
  })

  it('notifies the first start of a second one, which exits', async () => {
    await expect(
      startBrowserHost({ profile: join(folder, 'profile'), app: join(folder, 'app'), argv: ['--again'] }),
    ).rejects.toThrow('ended with 0')
    await said('second --again second')
  })

  it('says in one line, with exit code 2, that a port is in use', async () => {
    const { port } = new URL(host.origin)
    await expect(
      startBrowserHost({ profile: join(folder, 'other'), app: join(folder, 'app'), port: Number(port) }),
    ).rejects.toThrow(`ended with 2.\nPort ${port} is in use. Choose another with --port.`)
  })

  it('lets the app exit by itself, with its children', async () => {
    page.choose('Quit')
    expect(await host.ended).toBe(0)
    expect(host.lines.slice(-2)).toEqual(['before-quit', 'will-quit'])
  })
})
