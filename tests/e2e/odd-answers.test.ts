import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDesktop, type Desktop } from './desktop.ts'
import {
  anExtension,
  aRing,
  extensionsAre,
  openScriptedAccount,
  type ScriptedAccount,
} from './scripted-account.ts'

const CODE = 'odd-answers-secret-71b'
const IDLE = extensionsAre(anExtension())
const RINGING = extensionsAre(anExtension({ calls: [aRing('ring1')] }))

/** A complete raw response with a body; its other lines may contain anything. */
function response(statusLine: string, body: object, ...headers: readonly string[]): Buffer {
  const bytes = JSON.stringify(body)
  const head = [statusLine, `Content-Length: ${Buffer.byteLength(bytes)}`, 'Connection: close', ...headers]
  return Buffer.from([...head, '', bytes].join('\r\n'))
}

describe('odd HTTP responses: watching continues, and a message says what is wrong', () => {
  let folder: string
  let account: ScriptedAccount
  let desk: Desktop | null = null

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ringside-odd-'))
    account = await openScriptedAccount({ extension: IDLE, everyone: IDLE, queues: {} })
  })
  afterEach(async () => {
    await desk?.end()
    desk = null
    account.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function open(baseUrl: string, env: Readonly<Record<string, string>> = {}): Promise<Desktop> {
    const policy = join(folder, 'policy.json')
    const own = { baseUrl, code: CODE, extension: 'SIPSIP2', pollSeconds: 0.4, language: 'en' }
    await writeFile(policy, JSON.stringify(own))
    desk = await startDesktop({ profile: join(folder, 'profile'), env: { RINGSIDE_POLICY: policy, ...env } })
    await desk.openWindow()
    return desk
  }

  const shows = (text: RegExp | string) => desk!.window.getByText(text).first().waitFor()

  /** The ring in the next good response is alerted, without a restart of the program. */
  async function ringsStill(answer: object = RINGING): Promise<void> {
    account.say({ extension: answer })
    await expect.poll(() => desk!.trayState()).toBe('ringing')
    await expect.poll(async () => (await desk!.alerts()).join()).toContain('072-277-6772')
    const log = await readFile(join(folder, 'profile', 'logs', 'main.log'), 'utf8')
    expect(log).not.toMatch(/uncaught|rejected/)
    expect(desk!.lines.filter((line) => line.startsWith('The app starts again'))).toEqual([])
  }

  it('status 0 after waking up', async () => {
    const { sleep, wake, openWindow } = await open(account.baseUrl)
    await shows('No calls now')
    await sleep()
    account.say({ extension: response('HTTP/1.1 000 Nothing', {}) })
    await wake()
    await openWindow()
    await shows(/Voicenter’s response can’t be read\. Ringside keeps trying\./)
    await ringsStill()
  })

  it('status 999', async () => {
    await open(account.baseUrl)
    await shows('No calls now')
    account.say({ extension: response('HTTP/1.1 999 Denied', {}) })
    await shows(/Voicenter’s response can’t be read\. Ringside keeps trying\./)
    await ringsStill()
  })

  it('an emoji in a header and in the status text: the response is accepted anyway', async () => {
    await open(account.baseUrl)
    await shows('No calls now')
    await ringsStill(response('HTTP/1.1 200 \u{1F600}', RINGING, 'X-Gateway: \u{1F600}'))
  })

  // Only on Linux do environment variables say which proxy the computer uses.
  it.skipIf(process.platform !== 'linux')('a proxy that wants a password', async () => {
    const refusal =
      'HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm="Office"\r\nContent-Length: 0\r\n\r\n'
    const proxy = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', () => socket.end(refusal))
    }).listen(0, '127.0.0.1')
    await once(proxy, 'listening')
    const { port } = proxy.address() as AddressInfo
    await open('https://ringside.invalid/comet/API', { https_proxy: `http://127.0.0.1:${port}` })
    await shows(/This network’s proxy requires a user name and password/)
    proxy.close()
  })
})
