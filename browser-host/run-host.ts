import { randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { type AppInfo, readAppInfo, systemLanguages, usualProfile } from './app-info.ts'
import { createDesktop } from './desktop/desktop.ts'
import { type DesktopServer, startServer } from './desktop/server.ts'
import { createWindowFiles } from './desktop/window-files.ts'
import { createElectron, type ElectronParts, type HostElectron } from './electron/electron.ts'
import type { HostOptions } from './host-options.ts'
import { keychainKind } from './desktop/keychain.ts'
import { HostRefusal } from './host-refusal.ts'
import { provideElectron } from './module-hook.ts'
import { openInBrowser } from './open-in-browser.ts'
import { type SimulatedSystem, playSystem, systemFor, SYSTEMS } from './simulated-system.ts'
import { type ProfileLock, takeProfile } from './profile-lock.ts'
import { startAgain } from './start-again.ts'

const STOP_WITHIN_MS = 5_000 // an app that hasn't ended by then never will
const TRY_AGAIN_MS = 100
const TRIES = 100

/**
 * Runs the built app with the desktop replacing Electron. Prints `Ringside desktop: URL` before the app runs, and
 * another whenever one was used. A second start of the same profile has no desktop: its app notifies the first and
 * exits. Throws HostRefusal.
 */
export async function runHost(options: HostOptions): Promise<void> {
  const info = readAppInfo(options.app)
  const secret = hostSecret()
  const profile = options.profile ?? usualProfile(info.name, process.env, process.platform)
  const lock = await lockFor(profile, options.wait)
  const desktop = createDesktop(info.name, {
    keychain: keychainKind(process.env) !== 'waits',
    trayHost: process.env['RINGSIDE_HOST_NO_TRAY'] === undefined,
  })
  let electron: HostElectron | null = null
  let server: DesktopServer | null = null
  const files = createWindowFiles({
    electron: () => started(electron),
    fetch: globalThis.fetch,
    origin: () => server?.origin ?? '',
  })
  const end = (code: number, again: readonly string[] | null): void => {
    const port = Number(new URL(server?.origin ?? 'http://localhost:0').port)
    server?.close()
    void lock.release().finally(() => {
      if (again !== null) startAgain({ ...options, profile, port, appArgs: again }, secret)
      process.exit(code)
    })
  }
  electron = createElectron({
    ...appParts(info, profile, options),
    desktop,
    lock,
    checkWindow: files.check,
    end,
  })
  if (lock.first) {
    const windows = electron.windows
    const printAddress = (): void =>
      void process.stdout.write(`Ringside desktop: ${server?.address() ?? ''}\n`)
    server = await serve(
      { desktop, files, windows: () => windows, port: options.port, secret, addressUsed: printAddress },
      options.wait,
    )
    printAddress()
    if (options.open) openInBrowser(server.address())
  }
  stopOnSignals(electron)
  await runApp(info, electron, options)
}

function started(electron: HostElectron | null): HostElectron {
  if (electron === null) throw new Error('The app has not been started.')
  return electron
}

/** Set from outside during development, so that an open page finds the restarted host again. */
const hostSecret = (): string => process.env['RINGSIDE_HOST_SECRET'] ?? randomBytes(24).toString('base64url')

/** A folder named like Electron's archives counts as an installed program. */
const isPackaged = ({ app }: HostOptions): boolean => app.endsWith('.asar')

const systemOf = ({ as, appArgs }: HostOptions): SimulatedSystem => SYSTEMS[systemFor(as, appArgs)]

const argvOf = (options: HostOptions): string[] => [
  process.execPath,
  ...(isPackaged(options) ? [] : [options.app]),
  ...options.appArgs,
]

type OwnParts = Omit<ElectronParts, 'desktop' | 'lock' | 'checkWindow' | 'end'>

function appParts(info: AppInfo, profile: string, options: HostOptions): OwnParts {
  return {
    name: info.name,
    version: info.version,
    appPath: options.app,
    profile,
    argv: argvOf(options),
    isPackaged: isPackaged(options),
    system: systemOf(options),
    languages: systemLanguages(process.env),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    standStill: (ms) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms),
    writeError: (text) => void process.stderr.write(text),
    noteOpened,
  }
}

/** For tests: written before it returns, so that it outlives a host that is killed. */
function noteOpened(url: string): void {
  const file = process.env['RINGSIDE_HOST_OPENED']
  if (file !== undefined) appendFileSync(file, `${url}\n`)
}

async function lockFor(profile: string, wait: boolean): Promise<ProfileLock> {
  for (let tries = wait ? TRIES : 1; ; tries--) {
    const lock = await takeProfile(profile)
    if (lock.first || tries <= 1) return lock
    await lock.release()
    await pause(TRY_AGAIN_MS)
  }
}

async function serve(parts: Parameters<typeof startServer>[0], wait: boolean): Promise<DesktopServer> {
  for (let tries = wait ? TRIES : 1; ; tries--) {
    try {
      return await startServer(parts)
    } catch (error) {
      if (tries <= 1) throw new HostRefusal(whyNotServed(error, parts.port))
      await pause(TRY_AGAIN_MS)
    }
  }
}

function whyNotServed(error: unknown, port: number): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another with --port.`
  return code === 'EACCES'
    ? `Port ${port} needs rights that this user doesn’t have.`
    : `The desktop can't be served: ${String(error)}`
}

function stopOnSignals({ app }: HostElectron): void {
  const stop = (): void => {
    setTimeout(() => app.exit(1), STOP_WITHIN_MS).unref()
    app.quit()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

async function runApp(info: AppInfo, electron: HostElectron, options: HostOptions): Promise<void> {
  process.argv = argvOf(options)
  playSystem(systemOf(options))
  if (info.desktopName !== '') electron.app.setDesktopName(info.desktopName) // lib/browser/init.ts:140
  // Electron sets these two; libraries distinguish main and window by the first.
  Object.defineProperty(process, 'type', { value: 'browser' })
  Object.defineProperty(process, 'resourcesPath', { value: options.app })
  provideElectron(electron.exports)
  await import(pathToFileURL(info.main).href)
  electron.app.becomeReady()
}
