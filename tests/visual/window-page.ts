import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Companion, RequestChannel } from '../../core/contract.ts'
import { wordsFor } from '../../core/words/words.ts'
import { createWindowMask } from '../../electron/main/window-mask.ts'
import { launchBrowser } from '../../scripts/launch-browser.ts'
import { fakeCompanion } from '../../src/testing/fake-companion.ts'
import { aSettingsView, NOW } from '../../src/testing/samples.ts'
import { playMain } from './play-main.ts'
import { WINDOW_SIZE, type Look, type Scene, type Step } from './scene.ts'

const BUILT = join(import.meta.dirname, '../../out/renderer')
const ORIGIN = 'http://ringside.test'
const OPEN_MS = 10_000 // a loaded machine's
const MOST_ROUNDS = 100 // of three frames: what changes for longer is pictured as it is
const KINDS: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** The built window in Chromium, with main played: no poll, no clock, no motion, so that it looks the same each time. */
export interface WindowPage {
  readonly page: Page
  readonly browser: Browser
  /** Opens the window anew in this scene. */
  show(scene: Scene, look: Look): Promise<void>
  /** Changes theme and language of what is shown, as the settings would; the settings in larger text are opened anew. */
  restyle(look: Look): Promise<void>
  /** What is shown now, as PNG. */
  picture(): Promise<Buffer>
  close(): Promise<void>
}

/** Opens it from out/, which must be built. `scripts` run in the page before the window does. */
export async function openWindowPage(scripts: readonly string[] = []): Promise<WindowPage> {
  const browser = await launchBrowser(['--force-color-profile=srgb', '--hide-scrollbars'])
  const context = await browser.newContext({
    viewport: WINDOW_SIZE,
    locale: 'en-GB',
    timezoneId: 'Asia/Jerusalem',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const files = await builtFiles()
  await page.route(`${ORIGIN}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1) || 'index.html'
    const body = files.get(path)
    await (body === undefined
      ? route.fulfill({ status: 404, body: '' })
      : route.fulfill({ body, contentType: KINDS[extname(path)] ?? 'application/octet-stream' }))
  })
  let main: Companion = fakeCompanion()
  let settings: (look: Look, revision: number) => unknown = () => null
  let revision = 1
  await page.exposeFunction('askMain', (...[channel, args]: Parameters<typeof ask>) => ask(channel, args))
  await page.addInitScript(playMain)
  for (const content of scripts) await page.addInitScript({ content })
  await page.clock.setFixedTime(NOW)
  /** Requests, and answers to them: both end the peace that a picture needs. */
  let loads = 0
  for (const event of ['request', 'requestfinished'] as const) page.on(event as 'request', () => (loads += 1))
  let isPrivate = false
  let again: (look: Look) => Promise<void> = () => Promise.resolve()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))

  function ask(channel: RequestChannel, args: readonly unknown[]): Promise<unknown> {
    return Reflect.apply(main.request, null, [channel, ...args]) as Promise<unknown>
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
      await page.setViewportSize({
        ...WINDOW_SIZE,
        ...(look.width === undefined ? {} : { width: look.width }),
      })
      await page.goto(`${ORIGIN}/`)
      await page
        .locator('main:not([aria-busy])')
        .waitFor({ timeout: OPEN_MS })
        .catch((error: unknown) => {
          throw new Error(`the window did not open: ${errors.join(' | ')}`, { cause: error })
        })
      await scaleText(page, look)
      for (const step of scene.steps ?? []) await take(page, step)
      await settle(page, () => loads)
    },
    async restyle(look) {
      // Main says in its own words what it hides; and on a long page of larger text the same steps lead to the same place.
      const isLong =
        (look.textScale ?? 1) !== 1 && (await page.locator('main .scroller.settings').count()) > 0
      if (isPrivate || isLong) return again(look)
      revision += 1
      await page.evaluate(
        (view) =>
          void Reflect.apply(Reflect.get(window, 'tellWindow') as () => unknown, null, ['settings', view]),
        settings(look, revision),
      )
      await page.waitForFunction(({ theme, language }) => {
        const { dataset, lang } = document.documentElement
        return (dataset['theme'] ?? 'system') === theme && lang.startsWith(language)
      }, look)
      await scaleText(page, look)
      await settle(page, () => loads)
    },
    picture: () => page.screenshot({ animations: 'disabled', caret: 'hide' }),
    close: () => browser.close(),
  }
  return shown
}

async function builtFiles(): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(BUILT, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const read = async (path: string) =>
    [path.slice(BUILT.length + 1).replaceAll('\\', '/'), await readFile(path)] as const
  return new Map(await Promise.all(paths.map(read)))
}

/** As a person's own text size does: every size in the window follows the root's. */
const scaleText = (page: Page, { textScale = 1 }: Look): Promise<void> =>
  page.evaluate((scale) => {
    document.documentElement.style.fontSize = `${scale * 100}%`
  }, textScale)

async function take(page: Page, step: Step): Promise<void> {
  if ('see' in step) await page.locator(step.see).first().waitFor()
  else if ('press' in step) await page.locator(step.press).first().click()
  else await page.locator(step.fill).first().fill(step.text)
}

/** In privacy mode main tells the window less. */
function maskedMain({ main = {}, settings }: Scene, { language }: Look): NonNullable<Scene['main']> {
  if (settings?.privacy !== true) return main
  const mask = createWindowMask({ isOn: () => true, words: () => wordsFor(language, []) })
  const { 'state:read': state, 'history:read': page, 'team:read': team } = main
  return {
    ...main,
    ...(state === undefined ? {} : { 'state:read': () => mask.state(state()) }),
    ...(page === undefined ? {} : { 'history:read': (question) => mask.page(page(question)) }),
    ...(team === undefined ? {} : { 'team:read': () => mask.team(team()) }),
  }
}

/** Until what was asked of main and what is loaded late is drawn, and the pointer is on nothing. */
async function settle(page: Page, loads: () => number): Promise<void> {
  await page.mouse.move(0, 0)
  for (let [before, round] = ['', 0]; round < MOST_ROUNDS; round++) {
    const drawn = await page.evaluate(async () => {
      await document.fonts.ready
      for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done))
      const isEmpty = document.querySelector('main')?.childElementCount === 0 // its view is being loaded
      return isEmpty ? '' : document.documentElement.outerHTML
    })
    const now = `${loads()} ${drawn}`
    if (drawn !== '' && now === before) return
    before = now
  }
}
