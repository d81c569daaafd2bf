import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { displayArgs } from '../../scripts/electron/display-args.ts'
import type { BareDesktop, DesktopSetup } from './desktop.ts'

const PROJECT = join(import.meta.dirname, '../..')
const HOOK = join(import.meta.dirname, 'electron-hook.cjs')

/** What the hook in Electron's main process recorded about tray and notifications, which no page shows. */
interface Noted {
  readonly tray: string
  readonly alerts: readonly { readonly text: string }[]
  readonly opened: readonly string[]
  /** Why the system didn't accept an alert. */
  readonly failed: readonly string[]
}

/** The same program on Electron itself. Its executable is at `executablePath`. */
export async function openElectronDesktop(
  options: DesktopSetup,
  executablePath: string,
): Promise<BareDesktop> {
  const { profile, demo, env, colorScheme } = options
  const flags = [
    `--user-data-dir=${profile}`,
    `--profile=${profile}`,
    ...displayArgs(process.platform, process.env),
    ...(demo ? ['--demo'] : []),
    ...options.args,
  ]
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const app = await _electron.launch({
    executablePath,
    args: [...root, '-r', HOOK, PROJECT, ...flags],
    env: { ...stringsOf(process.env), LANGUAGE: 'en', ...env },
    colorScheme,
  })
  const lines: string[] = []
  app
    .process()
    .stdout?.setEncoding('utf8')
    .on('data', (text: string) => lines.push(...text.split('\n').filter(Boolean)))
  const errors: string[] = []
  app
    .process()
    .stderr?.setEncoding('utf8')
    .on('data', (text: string) => errors.push(...text.split('\n').filter(Boolean)))
  return desktopOn(app, await app.firstWindow(), lines, errors)
}

function desktopOn(
  app: ElectronApplication,
  window: Page,
  lines: readonly string[],
  errors: readonly string[],
): BareDesktop {
  const asked: string[] = []
  window.on('request', (request) => asked.push(request.url()))
  const noted = (): Promise<Noted> =>
    app.evaluate(() => (globalThis as unknown as { noted: () => Noted }).noted())
  const onAlert = (what: 'click' | 'close', text: string): Promise<void> =>
    app.evaluate(
      (_, [does, about]) =>
        (globalThis as unknown as { onAlert: (does: string, about: string) => void }).onAlert(does, about),
      [what, text] as const,
    )
  return {
    window: window.locator(':root'),
    lines,
    asked,
    trayState: async () => (await noted()).tray,
    async alerts() {
      const { alerts, failed } = await noted()
      // Another rung takes over: what should have been seen here wasn't.
      if (failed.length > 0) throw new Error(`The system did not take an alert: ${failed.join('; ')}`)
      return alerts.map(({ text }) => text)
    },
    clickAlert: (text) => onAlert('click', text),
    dismissAlerts: () => onAlert('close', ''),
    notifications: (how) =>
      how === 'shows' ? Promise.resolve() : Promise.reject(new Error('a real system takes them as it likes')),
    async popup() {
      const popup = app.windows().find((one) => one.url().endsWith('/popup.html'))
      return (await popup?.locator('article').allTextContents()) ?? []
    },
    async popupButton(text, button) {
      const popup = app.windows().find((one) => one.url().endsWith('/popup.html'))
      await popup
        ?.locator('article[data-armed="true"]', { hasText: text })
        .getByRole('button', { name: button })
        .click()
    },
    async typeOnPopup(text) {
      const popup = app.windows().find((one) => one.url().endsWith('/popup.html'))
      await popup?.locator('textarea:focus').waitFor()
      await popup?.keyboard.type(text)
    },
    popupBounds: () =>
      app.evaluate(({ BrowserWindow }) => {
        const popup = BrowserWindow.getAllWindows().find((one) =>
          one.webContents.getURL().endsWith('/popup.html'),
        )
        return popup?.isVisible() === true ? popup.getBounds() : null
      }),
    windowBounds: () =>
      app.evaluate(({ BrowserWindow }) => {
        const main = BrowserWindow.getAllWindows().find(
          (one) => !one.webContents.getURL().endsWith('/popup.html'),
        )
        return main?.isVisible() === true ? main.getBounds() : null
      }),
    windowLevel: () =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().some((one) => one.isFocusable() && one.isAlwaysOnTop())
          ? 'floating'
          : '',
      ),
    dragWindow: () => Promise.reject(new Error('a real desktop is dragged by hand')),
    resizeWindow: () => Promise.reject(new Error('a real desktop is dragged by hand')),
    movePointer: () => Promise.reject(new Error('a real pointer is moved by hand')),
    flashes: () => Promise.reject(new Error('a real flash is seen by eye')),
    front: () => Promise.reject(new Error('a real system knows it')),
    chooseFromTray: () => Promise.reject(new Error('a real menu is opened by hand')),
    dragPopup: () => Promise.reject(new Error('a real desktop is dragged by hand')),
    answer: () => Promise.reject(new Error('a dialog of a real system is answered by hand')),
    displays: () => Promise.reject(new Error('a real computer has those that are plugged in')),
    pointAt: () => Promise.reject(new Error('a real pointer is moved by hand')),
    openWindow: () =>
      app
        .evaluate(({ app: running }) => void running.emit('second-instance', {}, [], ''))
        .then(() => window.bringToFront()),
    press: (key) => window.keyboard.press(key),
    // The system doesn't say which program has them.
    takeKeys: (accelerator) =>
      app.evaluate(
        ({ globalShortcut }, keys) => void globalShortcut.register(keys, () => undefined),
        accelerator,
      ),
    setSwitch: () => Promise.reject(new Error('a real computer is as it is')),
    lookAway: () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((one) => one.blur())),
    setClock: () => Promise.reject(new Error('a test may not set a real clock')),
    sleep: () => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend')),
    wake: () => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume')),
    fault: (fault) =>
      app.evaluate(({ app: running, BrowserWindow }, what) => {
        // Electron doesn't let a test kill the GPU process, so the event is emitted instead.
        if (what === 'gpu')
          running.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 139 })
        for (const { webContents } of BrowserWindow.getAllWindows()) {
          if (what === 'crash') webContents.forcefullyCrashRenderer()
          if (what === 'hang') void webContents.executeJavaScript('for (;;) {}')
        }
        if (what === 'throw')
          setImmediate(() => {
            throw new Error('on purpose, with a number: 0501234567')
          })
        if (what === 'reject') void Promise.reject(new Error('on purpose, with a number: 0501234567'))
      }, fault),
    hasPage: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length > 0),
    errors,
    ended: new Promise((resolve) => app.process().once('close', (code) => resolve(code ?? 1))),
    clipboard: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    opened: async () => (await noted()).opened,
    markup: () => window.content(),
    async picture(_, path) {
      await window.screenshot({ path })
    },
    close: () => app.close(),
  }
}

const stringsOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
