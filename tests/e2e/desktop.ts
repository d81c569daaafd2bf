import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core'
import { startBrowserHost } from '../../browser-host/start.ts'
import { findBrowser } from '../../scripts/find-browser.ts'
import { callCentre, type CallCentre } from './call-centre.ts'

export interface DesktopOptions {
  readonly demo?: boolean
  /** Settings folder; a fresh one, removed at the end, when not given. */
  readonly profile?: string
  readonly env?: Readonly<Record<string, string>>
  readonly colorScheme?: 'light' | 'dark'
}

/** A desktop with Ringside on it, as a person has it before them. */
export interface Desktop {
  readonly page: Page
  readonly context: BrowserContext
  readonly profile: string
  readonly url: string
  /** What the program has printed so far. */
  readonly lines: readonly string[]
  readonly tray: Locator
  readonly toasts: Locator
  /** Ringside's own window. */
  readonly window: FrameLocator
  /** Every URL that the browser asked for. */
  readonly asked: readonly string[]
  openWindow(): Promise<void>
  clipboard(): Promise<string>
  /** The simulated call centre that the demo started. */
  centre(): Promise<CallCentre>
  end(): Promise<void>
}

/** Starts the built program in the browser host and a real browser in front of it. */
export async function startDesktop({
  demo = false,
  profile,
  env = {},
  colorScheme = 'light',
}: DesktopOptions = {}): Promise<Desktop> {
  const folder = profile ?? (await mkdtemp(join(tmpdir(), 'ringside-e2e-')))
  const host = await startBrowserHost({ profile: folder, argv: demo ? ['--demo'] : [], env, port: 0 })
  let browser: Browser | undefined
  try {
    browser = await openBrowser()
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
    })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
      origin: new URL(host.url).origin,
    })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(host.url)
    return desktop({ page, context, browser, host, folder, keep: profile !== undefined, asked })
  } catch (error) {
    await browser?.close()
    await host.stop()
    throw error
  }
}

async function openBrowser(): Promise<Browser> {
  const executablePath = await findBrowser(process.env, process.platform)
  const root = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    args: ['--disable-background-networking', '--no-first-run', ...(root ? ['--no-sandbox'] : [])],
  })
}

interface Running {
  readonly page: Page
  readonly context: BrowserContext
  readonly browser: Browser
  readonly host: Awaited<ReturnType<typeof startBrowserHost>>
  readonly folder: string
  readonly keep: boolean
  readonly asked: readonly string[]
}

function desktop({ page, context, browser, host, folder, keep, asked }: Running): Desktop {
  const tray = page.getByTestId('tray')
  const frame = page.locator('iframe[title="Ringside"]')
  return {
    page,
    context,
    profile: folder,
    url: host.url,
    lines: host.lines,
    tray,
    toasts: page.getByTestId('toast'),
    window: page.frameLocator('iframe[title="Ringside"]'),
    asked,
    async openWindow() {
      if (await frame.isVisible()) return this.window.locator('header').first().click()
      await tray.click()
      await page.getByRole('menuitem', { name: /^Open Ringside/ }).click()
      await frame.waitFor({ state: 'visible' })
    },
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    centre: () => callCentre(host.lines),
    async end() {
      await browser.close()
      await host.stop()
      if (!keep) await rm(folder, { recursive: true, force: true })
    },
  }
}
