import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import type { Companion } from '../../../core/ipc/channels.ts'
import { en } from '../../../core/words/en.ts'
import { declareChecks } from '../declare-checks.ts'
import { selfSigned } from '../self-signed.ts'
import { openBuilt, type Built } from './open-built.ts'

const CODE = 'built-secret-77c1'

/** What a page finds in its own window. */
interface Page {
  companion: Companion & { request(channel: string, ...args: unknown[]): Promise<unknown> }
}

describe('the security checklist, on the built program', () => {
  let built: Built
  let impostor: Server
  const seen: string[] = []

  const path = (): string => new URL(built.frame.url()).pathname
  const refusal = (channel: string, ...args: readonly unknown[]): Promise<string> =>
    built.frame.evaluate(
      ([name, given]) =>
        (window as unknown as Page).companion.request(name, ...given).then(
          () => 'answered',
          (error: unknown) => String(error),
        ),
      [channel, args] as const,
    )

  beforeAll(async () => {
    impostor = createServer(selfSigned(Date.now()), (request, response) => {
      seen.push(request.url ?? '')
      response.end('{"ERR":0,"EXTENSIONS":[]}')
    }).listen(0, '127.0.0.1')
    await once(impostor, 'listening')
    built = await openBuilt()
  })
  afterAll(async () => {
    await built.close()
    impostor.close()
  })

  declareChecks('built', {
    1: async () => {
      await built.frame.getByRole('heading', { name: 'Welcome to Ringside' }).waitFor()
      const saved = await refusal('settings:change', { baseUrl: 'http://api.example/comet' })
      expect(saved).toBe('answered')
      const view = await built.frame.evaluate(() =>
        (window as unknown as Page).companion.request('settings:read'),
      )
      expect(view.settings.baseUrl).toMatch(/^https:/)
    },
    2: async () => {
      const found = await built.frame.evaluate(() =>
        ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
          (name) => name in window,
        ),
      )
      expect(found).toEqual([])
    },
    5: async () => {
      const headers = (await built.get(path())).headers()
      for (const feature of ['camera', 'microphone', 'geolocation', 'display-capture', 'clipboard-read'])
        expect(headers['permissions-policy']).toContain(`${feature}=()`)
      const asked = await built.frame.evaluate(async () => [
        (await navigator.permissions.query({ name: 'geolocation' })).state,
        await navigator.mediaDevices.getUserMedia({ audio: true }).then(
          () => 'given',
          () => 'refused',
        ),
      ])
      expect(asked).toEqual(['denied', 'refused'])
    },
    7: async () => {
      const policy = (await built.get(path())).headers()['content-security-policy'] ?? ''
      expect(policy).toMatch(/^default-src 'none'/)
      expect(policy).not.toMatch(/unsafe-|\*|https?:|blob:/)
      const ran = await built.frame.evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'window.injected = true'
        document.body.append(script)
        const holder = document.createElement('div')
        holder.innerHTML = '<img src="data:x" onerror="window.injected = true"><b style="color:red">x</b>'
        document.body.append(holder)
        const styled = holder.querySelector('b')?.style.color
        holder.remove()
        return new Promise((resolve) =>
          setTimeout(() => resolve([(window as { injected?: boolean }).injected ?? false, styled]), 200),
        )
      })
      expect(ran).toEqual([false, ''])
      const evaluated = built.frame.evaluate(() => {
        const script = document.createElement('script')
        script.src = 'data:text/javascript,window.injected=1'
        return new Promise((resolve) => {
          script.onerror = () => resolve('refused')
          script.onload = () => resolve('ran')
          document.body.append(script)
        })
      })
      expect(await evaluated).toBe('refused')
    },
    14: async () => {
      const tabs = built.page.context().pages().length
      expect(await built.frame.evaluate(() => window.open('https://evil.example/'))).toBeNull()
      await built.frame.evaluate(() => {
        const link = document.createElement('a')
        link.href = 'https://evil.example/'
        link.target = '_blank'
        document.body.append(link)
        link.click()
        link.remove()
      })
      expect(await refusal('state:read')).toBe('answered')
      expect(built.page.context().pages()).toHaveLength(tabs)
      expect(built.host.errors).toEqual([])
    },
    17: async () => {
      for (const channel of ['popup:read', 'popup:drawn', 'popup:open'])
        expect(await refusal(channel)).toContain('not from the window')
      const popup = await openPopup(built)
      const asked = await popup.evaluate(async (channels) => {
        const { companion } = window as unknown as Page
        // The window's own address, which a page may change.
        history.replaceState(null, '', location.pathname.replace('popup.html', 'index.html'))
        const outcomes = channels.map((channel) =>
          companion.request(channel).then(
            () => 'answered',
            (error: unknown) => String(error),
          ),
        )
        return Promise.all(outcomes)
      }, FOR_THE_WINDOW)
      for (const outcome of asked) expect(outcome).toContain('not from the window')
      expect(await refusal('alerts:pause', 'for ever')).toContain('not its arguments')
    },
    18: async () => {
      const folder = path().replace(/[^/]*$/, '')
      expect((await built.get(path())).status()).toBe(200)
      const outside = [
        '..%2f..%2fpackage.json',
        '%2e%2e/%2e%2e/package.json',
        '..%5c..%5cpackage.json',
        'assets/..%2f..%2f..%2fmain/index.js',
        '%00index.html',
        'index.html.map',
      ]
      for (const one of outside) expect((await built.get(`${folder}${one}`)).status(), one).toBe(404)
    },
    20: async () => {
      const { exposed, frozen, pushed } = await built.frame.evaluate(async () => {
        const { companion } = window as unknown as Page
        const got: unknown[][] = []
        const stop = companion.on('settings', (...args: unknown[]) => got.push(args))
        await companion.request('settings:change', { theme: 'dark' })
        await new Promise((resolve) => setTimeout(resolve, 300))
        stop()
        return {
          exposed: Object.keys(companion),
          frozen: Object.isFrozen(companion),
          pushed: got.map((args) => [args.length, Object.keys(args[0] as object).includes('sender')]),
        }
      })
      expect([exposed, frozen]).toEqual([['request', 'on'], true])
      expect(pushed[0]).toEqual([1, false])
      for (const channel of ['toString', '__proto__', 'electron-store-get-data'])
        expect(await refusal(channel)).toContain('no such request')
    },
    21: async () => {
      const { port } = impostor.address() as AddressInfo
      const change = { baseUrl: `https://127.0.0.1:${port}/comet/API` }
      expect(await refusal('settings:change', change)).toBe('answered')
      await built.frame.getByLabel('API code').fill(CODE)
      await built.frame.getByLabel('Extension (SIP code)').fill('SIPSIP2')
      await built.frame.getByRole('button', { name: 'Test connection' }).click()
      await built.frame.getByText(en.failure({ kind: 'unreachable', why: 'tls' })).waitFor()
      expect(seen).toEqual([])
    },
    23: async () => {
      await built.frame.getByRole('button', { name: 'Start' }).click()
      await expect.poll(async () => (await filesOf(built.profile)).join('\n')).toContain('code.kept')
      const view = await built.frame.evaluate(() =>
        (window as unknown as Page).companion.request('settings:read'),
      )
      expect(view.code).toBe('stored')
      expect(JSON.stringify(view)).not.toContain(CODE)
      for (const file of await filesOf(built.profile))
        expect(await readFile(file, 'latin1'), file).not.toContain(CODE)
      expect([...built.host.lines, ...built.host.errors].join('\n')).not.toContain(CODE)
    },
    24: async () => {
      const fresh = await openBuilt()
      await fresh.frame.getByText(en.firstRun.connectHintPlain).waitFor()
      await fresh.close()
    },
    25: () => {
      const { origin } = built.host
      expect(built.asked.length).toBeGreaterThan(3)
      expect(built.asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([])
    },
  })
})

const FOR_THE_WINDOW = ['state:read', 'history:read', 'team:read', 'diagnostics:read']

/** The ring popup's own frame, shown by a test alert. */
async function openPopup({ frame, page }: Built): Promise<Frame> {
  await frame.evaluate(async () => {
    const { companion } = window as unknown as Page
    await companion.request('settings:change', { ringPopup: 'always' })
    void companion.request('alerts:test')
  })
  const popup = page.locator(`iframe[title="${en.popup.title}"]`)
  await popup.waitFor()
  const found = await (await popup.elementHandle()).contentFrame()
  if (found === null) throw new Error('the popup has no frame')
  await found.getByRole('article').first().waitFor()
  return found
}

/** Every file of the profile. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}
