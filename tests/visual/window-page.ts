import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Companion, RequestChannel } from '../../core/ipc/channels.ts'
import { wordsFor } from '../../core/words/words-for.ts'
import { createWindowMask } from '../../electron/main/window/window-mask.ts'
import { launchBrowser } from '../../scripts/browser/launch-browser.ts'
import { openPage } from '../../scripts/browser/open-page.ts'
import { fakeCompanion } from '../../src/testing/fake-companion.ts'
import { aSettingsView, aState, NOW } from '../../src/testing/samples.ts'
import { startPageServer } from './page-server.ts'
import { playMain } from './play-main.ts'
import { POPUP_WIDTH, WINDOW_SIZE, type Look, type Scene, type Step } from './scene.ts'
import { testFonts, TEST_FONTS_LINK } from './test-fonts.ts'

const BUILT = join(import.meta.dirname, '../../out/renderer')
const OPEN_MS = 10_000 // for a busy machine
const MOST_ROUNDS = 150 // of two frames: what keeps changing for longer is captured as it is
/** What else affects rendering besides fonts, set to be the same on every machine. */
const LAUNCH = [
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
  '--lang=en-GB',
  '--font-render-hinting=none',
  '--disable-lcd-text',
]
const CONTEXT = {
  viewport: WINDOW_SIZE,
  deviceScaleFactor: 1,
  locale: 'en-GB',
  timezoneId: 'Asia/Jerusalem',
  colorScheme: 'light',
  reducedMotion: 'reduce',
  forcedColors: 'none',
  contrast: 'no-preference',
} as const

/**
 * The built window in Chromium with a simulated main: no polling, clock or motion, and its own fonts, so that it looks
 * the same every time and everywhere.
 */
export interface WindowPage {
  readonly page: Page
  readonly browser: Browser
  /** Opens the window anew in this scene. */
  show(scene: Scene, look: Look): Promise<void>
  /**
   * Changes theme and language while it is shown, as the settings would; for larger text, the settings page is opened
   * anew.
   */
  restyle(look: Look): Promise<void>
  /** Sets the window's width and text size to those of this look. */
  resize(look: Look): Promise<void>
  /** A PNG of the current state. */
  picture(): Promise<Buffer>
  close(): Promise<void>
}

export interface WindowPageParts {
  /** Runs in the page before the window's own code. */
  readonly scripts?: readonly string[]
  /** A different body for a file of the build, by the edition in use. */
  readonly replace?: (edition: string, path: string) => string | null
}

/** Opens the window from out/, which must be built. */
export async function openWindowPage({
  scripts = [],
  replace = () => null,
}: WindowPageParts = {}): Promise<WindowPage> {
  const server = await startPageServer(new Map([...(await builtFiles()), ...(await testFonts())]), replace)
  const browser = await launchBrowser(LAUNCH)
  const context = await browser.newContext(CONTEXT)
  const page = await openPage(context)
  let main: Companion = fakeCompanion()
  let settings: (look: Look, revision: number) => unknown = () => null
  let revision = 1
  await page.exposeFunction('requestMain', (...[channel, args]: Parameters<typeof ask>) => ask(channel, args))
  await page.addInitScript(playMain)
  for (const content of scripts) await page.addInitScript({ content })
  await page.clock.setFixedTime(NOW)
  /** Requests and responses: a picture is taken only when neither has happened for a while. */
  let loads = 0
  for (const event of ['request', 'requestfinished'] as const) page.on(event as 'request', () => (loads += 1))
  let isPrivate = false
  /** The element whose height the window has, if not its own. */
  let fits: 'main' | '.strip .rows' | null = null
  let openWidth: number = WINDOW_SIZE.width
  let again: (look: Look) => Promise<void> = () => Promise.resolve()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))

  function ask(channel: RequestChannel, args: readonly unknown[]): Promise<unknown> {
    return Reflect.apply(main.request, null, [channel, ...args]) as Promise<unknown>
  }

  const pushed = (channel: string, value: unknown): Promise<void> =>
    page.evaluate(
      ([to, what]) =>
        void Reflect.apply(Reflect.get(window, 'pushToWindow') as () => unknown, null, [to, what]),
      [channel, value] as const,
    )

  /** Main sets its height to that of its content. */
  async function fit(width: number): Promise<void> {
    if (fits === null) return
    const height = await page.locator(fits).evaluate((list) => list.scrollHeight)
    await page.setViewportSize({ width, height })
  }

  const shown: WindowPage = {
    page,
    browser,
    async show(scene, look) {
      const view = (at: Look, number: number) => ({
        ...aSettingsView(scene.account, { ...scene.settings, theme: at.theme, language: at.language }),
        revision: number,
      })
      settings = view
      revision = 1
      main = fakeCompanion({ 'settings:read': () => view(look, revision), ...maskedMain(scene, look) })
      isPrivate = scene.settings?.privacy === true
      again = (at) => shown.show(scene, at)
      openWidth = scene.page === 'popup' ? POPUP_WIDTH : WINDOW_SIZE.width
      const { width = openWidth } = look
      await page.setViewportSize({ ...WINDOW_SIZE, width })
      await page.goto(`${server.origin}/${look.edition ?? 'built'}/${scene.page ?? 'index'}.html`)
      await page
        .locator('main:not([aria-busy])')
        .waitFor({ timeout: OPEN_MS })
        .catch((error: unknown) => {
          throw new Error(`the window did not open: ${errors.join(' | ')}`, { cause: error })
        })
      await scaleText(page, look)
      for (const step of scene.steps ?? []) await take(page, step)
      await settle(page, () => loads)
      if (scene.folded === true) {
        await pushed('shape', { folded: true, floats: true })
        await page.locator('main.strip').waitFor()
        await settle(page, () => loads)
      }
      fits = scene.page === 'popup' ? 'main' : scene.folded === true ? '.strip .rows' : null
      await fit(width)
    },
    async restyle(look) {
      // Main's own sentences for hidden details need a fresh start; and on a long page with larger text, the same steps
      // lead to the same position.
      const isLong =
        (look.textScale ?? 1) !== 1 && (await page.locator('main .scroller.settings').count()) > 0
      if (isPrivate || isLong) return again(look)
      revision += 1
      await pushed('settings', settings(look, revision))
      await page.waitForFunction(({ theme, language }) => {
        const { dataset, lang } = document.documentElement
        return (dataset['theme'] ?? 'system') === theme && lang.startsWith(language)
      }, look)
      await scaleText(page, look)
      await settle(page, () => loads)
      if (fits === '.strip .rows') await fit(look.width ?? openWidth)
    },
    async resize(look) {
      const width = look.width ?? openWidth
      await page.setViewportSize({ ...WINDOW_SIZE, width })
      await scaleText(page, look)
      await settle(page, () => loads)
      if (fits === '.strip .rows') await fit(width)
    },
    picture: () => page.screenshot({ animations: 'disabled', caret: 'hide' }),
    async close() {
      await browser.close()
      await server.close()
    },
  }
  return shown
}

async function builtFiles(): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(BUILT, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = async (path: string): Promise<readonly [string, Buffer]> => {
    const name = path.slice(BUILT.length + 1).replaceAll('\\', '/')
    const body = await readFile(path)
    if (!name.endsWith('.html')) return [name, body]
    return [name, Buffer.from(body.toString().replace('</head>', `${TEST_FONTS_LINK}</head>`))]
  }
  return new Map(await Promise.all(paths.map(read)))
}

/** As if the user had chosen a larger text size: every size in the window depends on the root's. */
const scaleText = (page: Page, { textScale = 1 }: Look): Promise<void> =>
  page.evaluate((scale) => {
    document.documentElement.style.fontSize = `${scale * 100}%`
  }, textScale)

async function take(page: Page, step: Step): Promise<void> {
  if ('see' in step) await page.locator(step.see).first().waitFor()
  else if ('press' in step) await page.locator(step.press).first().click()
  else await page.locator(step.fill).first().fill(step.text)
}

/** In privacy mode main sends the window less. */
function maskedMain({ main = {}, settings }: Scene, { language }: Look): NonNullable<Scene['main']> {
  if (settings?.privacy !== true) return main
  const mask = createWindowMask({ isOn: () => true, words: () => wordsFor(language, []) })
  const { 'state:read': state, 'history:read': page, 'team:read': team, 'popup:read': popup } = main
  return {
    ...main,
    ...(popup === undefined
      ? {}
      : {
          'popup:read': () => {
            const shown = popup()
            const { calls } = mask.state(aState({ calls: shown.calls })).watch
            return { ...shown, calls, stories: {}, callNotes: {}, note: null }
          },
        }),
    ...(state === undefined ? {} : { 'state:read': () => mask.state(state()) }),
    ...(page === undefined ? {} : { 'history:read': (request) => mask.history(request, page) }),
    ...(team === undefined ? {} : { 'team:read': () => mask.team(team()) }),
  }
}

/** Waits until everything requested from main or loaded late is drawn, and the pointer is over nothing. */
async function settle(page: Page, loads: () => number): Promise<void> {
  await page.mouse.move(0, 0)
  for (let [before, round] = [-1, 0]; round < MOST_ROUNDS; round++) {
    const now = loads()
    const isQuiet = await page.evaluate(isStill)
    if (isQuiet && before === now && now === loads()) return
    before = now
  }
}

/** Runs inside the page: whether nothing has changed for two frames, with all fonts loaded. */
async function isStill(): Promise<boolean> {
  const look = (): string => document.documentElement.outerHTML
  await document.fonts.ready
  const before = look()
  for (let frame = 0; frame < 2; frame++) await new Promise((done) => requestAnimationFrame(done))
  const isEmpty = document.querySelector('main')?.childElementCount === 0 // the view is still loading
  return !isEmpty && look() === before && document.fonts.status === 'loaded'
}
