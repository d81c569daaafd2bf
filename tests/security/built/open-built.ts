import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIResponse, Frame, Page } from 'playwright-core'
import { startBrowserHost, type RunningHost } from '../../../browser-host/start.ts'
import { launchBrowser } from '../../../scripts/browser/launch-browser.ts'
import { openPage } from '../../../scripts/browser/open-page.ts'

/** The built program in the browser host, with its window open and all of its interfaces accessible. */
export interface Built {
  readonly page: Page
  /** The window's own frame. */
  readonly frame: Frame
  /** Every address that the window's frame requested. */
  readonly asked: readonly string[]
  readonly host: RunningHost
  readonly profile: string
  /** Sends a request to the window's own server, as the window could. */
  get(path: string): Promise<APIResponse>
  close(): Promise<void>
}

export async function openBuilt(env: Readonly<Record<string, string>> = {}): Promise<Built> {
  const profile = await mkdtemp(join(tmpdir(), 'ringside-security-'))
  const host = await startBrowserHost({ profile, env, port: 0 })
  const browser = await launchBrowser(['--disable-background-networking', '--no-first-run'])
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await openPage(context)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.frame() !== page.mainFrame()) asked.push(request.url())
  })
  await page.goto(await host.address())
  const frame = await windowFrame(page)
  return {
    page,
    frame,
    asked,
    host,
    profile,
    get: (path) => context.request.get(new URL(path, host.origin).href),
    async close() {
      await browser.close()
      await host.stop()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

async function windowFrame(page: Page): Promise<Frame> {
  const iframe = page.locator('iframe[title="Ringside"]')
  await iframe.waitFor({ state: 'visible' })
  const frame = await (await iframe.elementHandle()).contentFrame()
  if (frame === null) throw new Error('the window has no frame')
  await frame.getByRole('heading').first().waitFor()
  return frame
}
