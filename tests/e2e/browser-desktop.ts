import { randomUUID } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { startBrowserHost, type RunningHost } from '../../browser-host/start.ts'
import type { BareDesktop, Bounds, DesktopSetup, DeskFault, Shown } from './desktop.ts'
import { settableClock, type SettableClock } from './settable-clock.ts'
import { openPage } from '../../scripts/browser/open-page.ts'
import { borrowBrowser } from './shared-browser.ts'

/** The browser host, with a real browser in front of it. */
export async function openBrowserDesktop(options: DesktopSetup): Promise<BareDesktop> {
  const opened = join(tmpdir(), `ringside-opened-${randomUUID()}`)
  await writeFile(opened, '')
  const clock = options.setsClock ? await settableClock() : null
  const host = await startBrowserHost({
    profile: options.profile,
    argv: [...(options.demo ? ['--demo'] : []), ...options.args],
    env: { ...options.env, ...clock?.env, RINGSIDE_HOST_OPENED: opened },
    port: 0,
    app: options.app,
    as: options.as,
  })
  const borrowed = await borrowBrowser().catch(async (error: unknown) => {
    await host.stop()
    throw error
  })
  let context: BrowserContext | undefined
  /** Ends everything started here. */
  async function end(): Promise<void> {
    await context?.close()
    await borrowed.giveBack()
    await host.stop()
    await clock?.end()
    await rm(opened, { force: true })
  }
  try {
    const { colorScheme, viewport } = options
    // Animated ringing cards would use a third of a core for as long as they are on screen.
    const still = { reducedMotion: 'reduce', locale: 'en-GB' } as const
    context = await borrowed.browser.newContext({ colorScheme, viewport, ...still })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: host.origin })
    context.setDefaultTimeout(60_000) // as in vitest.config.ts
    const page = await openPage(context)
    const asked: string[] = []
    if (clock !== null) await page.clock.install()
    page.on('request', (request) => asked.push(request.url()))
    await visit(page, host.address)
    // A shared browser still has what an earlier desktop copied.
    await page.evaluate(() => navigator.clipboard.writeText(''))
    return { ...desktopOn(page, host, asked, opened, clock), close: end }
  } catch (error) {
    await end()
    throw error
  }
}

/** Opens the desktop; again at its next address if the program restarted itself in between. */
async function visit(page: Page, address: RunningHost['address']): Promise<void> {
  try {
    await page.goto(await address())
  } catch (error) {
    if (!String(error).includes('ERR_CONNECTION_REFUSED')) throw error
    // The browser's own page about it would interrupt the next visit.
    await page.waitForURL('chrome-error://chromewebdata/')
    await page.goto(await address())
  }
}

function desktopOn(
  page: Page,
  host: RunningHost,
  asked: readonly string[],
  opened: string,
  clock: SettableClock | null,
): Omit<BareDesktop, 'close'> {
  const tray = page.getByTestId('tray')
  const toasts = page.getByTestId('toast')
  const frame = page.locator('iframe[title="Ringside"]')
  const window = page.frameLocator('iframe[title="Ringside"]')
  const popupFrame = page.locator('iframe[title="Ringside: ringing call"]')
  const popup = page.frameLocator('iframe[title="Ringside: ringing call"]')
  return {
    window,
    lines: host.lines,
    asked,
    trayState: async () => (await tray.getAttribute('data-state')) ?? '',
    alerts: () => toasts.allTextContents(),
    clickAlert: (text) =>
      toasts.filter({ hasText: text }).getByRole('button', { name: text }).first().click(),
    async dismissAlerts() {
      // A process that ends by itself in the meantime counts as closed.
      const close = toasts.first().getByRole('button', { name: /close/i })
      while ((await toasts.count()) > 0) await close.click({ timeout: 1_000 }).catch(() => undefined)
    },
    async notifications(how) {
      const switches = {
        refuses: 'Notifications allowed',
        fails: 'Notifications work',
        'is silent': 'Notifications answer',
      }
      for (const [one, name] of Object.entries(switches)) await setSwitch(page, name, one !== how)
    },
    popup: async () => ((await popupFrame.isVisible()) ? popup.locator('article').allTextContents() : []),
    popupButton: (text, button) =>
      popup
        .locator('article[data-armed="true"]', { hasText: text })
        .getByRole('button', { name: button })
        .click(),
    async typeOnPopup(text) {
      await popup.locator('textarea:focus').waitFor()
      await page.keyboard.type(text)
    },
    popupBounds: () => boundsOf(popupFrame),
    windowBounds: () => boundsOf(frame),
    windowLevel: async () => (await frame.getAttribute('data-level')) ?? '',
    async dragWindow(to) {
      const [box, handle] = [await frame.boundingBox(), await handleOf(window).boundingBox()]
      if (box === null || handle === null) throw new Error('There is no window to drag.')
      await dragBy(page, { x: handle.x + 3, y: handle.y + 3 }, { x: to.x - box.x, y: to.y - box.y })
    },
    async resizeWindow(to) {
      const box = await frame.boundingBox()
      if (box === null) throw new Error('There is no window to resize.')
      const corner = { x: box.x + box.width + 3, y: box.y + box.height + 3 }
      await dragBy(page, corner, { x: to.width - box.width, y: to.height - box.height })
    },
    movePointer: (x, y) => page.mouse.move(x, y),
    flashes: () =>
      page
        .getByTestId('old-frame')
        .evaluateAll((all) =>
          all.map((one) => (one as HTMLIFrameElement).contentDocument?.body.textContent ?? ''),
        ),
    front: async () => (await page.getByTestId('front').textContent()) || null,
    async chooseFromTray(entry, ...behind) {
      // On macOS the app handles a left click itself.
      await tray.click({ button: 'right' })
      for (const name of [...behind, entry]) {
        const plain = page.getByRole('menuitem', { name })
        await plain.or(page.getByRole('menuitemcheckbox', { name })).first().click()
      }
    },
    async dragPopup(to) {
      const [box, head] = [
        await popupFrame.boundingBox(),
        await popup.locator('header').first().boundingBox(),
      ]
      if (box === null || head === null) throw new Error('There is no popup to drag.')
      const from = { x: head.x + 20, y: head.y + 5 }
      await dragBy(page, from, { x: to.x - box.x, y: to.y - box.y })
      // The pointer stays where the popup now is, like the person's.
      await page.mouse.move(to.x, to.y)
    },
    async displays(plugged) {
      await page.mouse.click(5, (page.viewportSize()?.height ?? 0) - 20)
      await page.getByRole('button', { name: 'System' }).click()
      await page.getByLabel('Displays, the main one first').fill(plugged)
      await page.getByLabel('Displays, the main one first').press('Enter')
      await page.getByRole('button', { name: 'System' }).click()
    },
    pointAt: (x, y) => page.mouse.click(x, y),
    async openWindow() {
      // A visible one may be about to close, and a new one closes the menu.
      const soon = { timeout: 2_000 }
      const isOpen = async (): Promise<boolean> =>
        (await frame.isVisible()) &&
        window
          .locator('header')
          .first()
          .click({ ...soon, position: CORNER })
          .then(yes, no)
      const entry = page.getByRole('menuitem', { name: /^Open Ringside/ })
      for (let tries = 0; tries < 20 && !(await isOpen()); tries++)
        await tray
          .click(soon)
          .then(() => entry.click(soon))
          .catch(no)
      await frame.waitFor({ state: 'visible' })
    },
    press: (key) => page.keyboard.press(key),
    answer: (button) => page.getByRole('alertdialog').getByRole('button', { name: button }).click(),
    async takeKeys(accelerator) {
      await page.getByRole('button', { name: 'System' }).click()
      await page.getByLabel('Shortcuts of another program').fill(accelerator)
      await page.getByLabel('Shortcuts of another program').press('Enter')
      await page.getByRole('button', { name: 'System' }).click()
    },
    setSwitch: (name, on) => setSwitch(page, name, on),
    async lookAway() {
      const { height } = page.viewportSize() ?? { height: 0 }
      await page.mouse.click(5, height - 20)
    },
    async setClock(aheadMs) {
      if (clock === null) throw new Error('Started without `setsClock`.')
      await clock.set(aheadMs)
      await page.clock.setSystemTime(Date.now() + aheadMs)
    },
    sleep: () => setSwitch(page, 'Awake', false),
    wake: () => setSwitch(page, 'Awake', true),
    async fault(fault) {
      await page.mouse.click(5, (page.viewportSize()?.height ?? 0) - 20)
      await page.getByRole('button', { name: 'System' }).click()
      await page.getByRole('button', { name: FAULTS[fault] }).click()
      // A desktop that is restarting would miss a second click.
      if (fault !== 'throw' && fault !== 'reject') await page.getByRole('button', { name: 'System' }).click()
    },
    hasPage: async () => (await frame.count()) > 0,
    errors: host.errors,
    ended: host.ended,
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    opened: async () => (await readFile(opened, 'utf8')).split('\n').slice(0, -1),
    markup: () => page.content(),
    async picture(of, path) {
      await (of === 'window' ? frame : page).screenshot({ path })
    },
  }
}

/** At once: it may disappear in between. */
const boundsOf = (frame: Locator): Promise<Bounds | null> =>
  frame.evaluateAll((all) => {
    const shown = all.find((one) => one.checkVisibility({ visibilityProperty: true }))
    const { x, y, width, height } = shown?.getBoundingClientRect() ?? new DOMRect()
    return shown === undefined ? null : { x, y, width, height }
  })

/** What the window is dragged by: its header, or the sign of a folded one. */
const handleOf = (window: Shown): Locator => window.locator('.strip .sign, .window:visible > .header').first()

type Point = Readonly<Record<'x' | 'y', number>>

async function dragBy(page: Page, from: Point, way: Point): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + way.x, from.y + way.y, { steps: 5 })
  await page.mouse.up()
}

/** A point in the header that isn't on a button, px. */
const CORNER = { x: 3, y: 3 }

const yes = (): boolean => true
const no = (): boolean => false

const FAULTS: Readonly<Record<DeskFault, string>> = {
  crash: 'Crash the window',
  hang: 'Hang the window',
  gpu: 'Lose the GPU process',
  throw: 'Error in main',
  reject: 'Rejection in main',
}

/**
 * A switch of the System panel, which is opened for it. The window must not have the focus, because it would take it
 * back.
 */
async function setSwitch(page: Page, name: string, on: boolean): Promise<void> {
  await page.mouse.click(5, (page.viewportSize()?.height ?? 0) - 20)
  await page.getByRole('button', { name: 'System' }).click()
  const control = page.getByRole('switch', { name })
  if ((await control.isChecked()) !== on) await control.click()
  await page.getByRole('switch', { name, checked: on }).waitFor()
}
