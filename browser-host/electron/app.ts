import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SimulatedSystem } from '../simulated-system.ts'
import type { ProfileLock } from '../profile-lock.ts'
import type { Front } from './windows/front.ts'
import { simulated, type PartOf } from '../simulated.ts'
import { createHostEvent } from './host-event.ts'
import type { Desktop } from '../desktop/desktop.ts'
import { createLoginItems, type LoginItems } from '../desktop/login-items.ts'
import { createProtocolClients, type ProtocolClients } from './protocol-clients.ts'

export interface AppParts {
  readonly desktop: Desktop
  readonly name: string
  readonly version: string
  readonly appPath: string
  /** Where `userData` is until the app sets it. */
  readonly profile: string
  /** Like Electron's `process.argv`: an app in development has its folder after the program. */
  readonly argv: readonly string[]
  readonly isPackaged: boolean
  /** The system's languages, the preferred one first. */
  readonly languages: readonly string[]
  readonly system: SimulatedSystem
  readonly lock: ProfileLock
  readonly front: Front
  /** Asks every window to close; false if one refused. */
  readonly closeWindows: () => boolean
  /** Ends the host's process for good. `again`: the app's flags for its next start; null for none. */
  readonly end: (code: number, again: readonly string[] | null) => void
}

export type HostApp = App & ProtocolClients

/** Electron's `app`. */
export function createApp(parts: AppParts): HostApp {
  const app = simulated('app', Object.assign(new App(parts), createProtocolClients(parts.system.platform)))
  parts.lock.onSecond((second) => {
    if (app.isLocked) app.emit('second-instance', createHostEvent(), second.argv, second.cwd, second.data)
  })
  return app
}

type MacOnly = 'isActive' | 'isHidden' | 'hide'

class App
  extends EventEmitter
  implements PartOf<Electron.App, 'commandLine' | 'dock' | 'getLoginItemSettings' | MacOnly>
{
  readonly name: string
  readonly isPackaged: boolean
  /** macOS only, and missing elsewhere as in Electron. */
  readonly dock: Pick<Electron.Dock, 'hide'> | undefined
  /** macOS only, too (shell/browser/api/electron_api_app.cc:1965). */
  readonly isActive: (() => boolean) | undefined
  readonly isHidden: (() => boolean) | undefined
  readonly hide: (() => void) | undefined
  readonly commandLine = simulated('app.commandLine', { getSwitchValue })
  /** Whether this start has the single-instance lock. */
  isLocked = false
  private readonly parts: AppParts
  private readonly loginItems: LoginItems
  private userModelId: string
  private readonly paths = new Map<string, string>()
  private readonly readiness = Promise.withResolvers<undefined>()
  private ready = false
  private again: readonly string[] | null = null
  private state: 'running' | 'quitting' | 'ended' = 'running'

  constructor(parts: AppParts) {
    super()
    this.parts = parts
    this.isPackaged = parts.isPackaged
    const isMac = parts.system.platform === 'darwin'
    this.dock = isMac ? simulated('app.dock', { hide: () => undefined }) : undefined
    this.name = parts.name
    this.userModelId = `electron.app.${parts.name}` // shell/common/application_info_win.cc:60
    this.loginItems = createLoginItems({
      ...parts,
      id: () => this.userModelId,
      file: () => join(this.getPath('userData'), 'browser-host-login.json'),
    })
    const { front } = parts
    this.isActive = isMac ? front.isActive : undefined
    this.isHidden = isMac ? front.isHidden : undefined
    this.hide = isMac ? front.hide : undefined
  }

  /** For the host: the app's main file has been evaluated. */
  becomeReady(): void {
    if (this.state === 'ended') return
    this.ready = true
    this.emit('will-finish-launching')
    this.emit('ready', createHostEvent(), {})
    this.readiness.resolve(undefined)
  }

  /** For the host: the last window was closed. Quits if nobody listens, as Electron does. */
  lastWindowClosed(): void {
    if (this.state !== 'running') return
    if (!this.emit('window-all-closed')) this.quit()
  }

  isReady(): boolean {
    return this.ready
  }

  whenReady(): Promise<void> {
    return this.readiness.promise
  }

  quit(): void {
    if (this.state !== 'running') return
    this.state = 'quitting'
    if (this.refused('before-quit') || !this.parts.closeWindows() || this.refused('will-quit')) {
      this.state = 'running'
      return
    }
    this.exit(0)
  }

  exit(exitCode = 0): void {
    if (this.state === 'ended') return
    this.state = 'ended'
    this.emit('quit', createHostEvent(), exitCode)
    this.parts.end(exitCode, this.again)
  }

  relaunch({ args = this.parts.argv.slice(1) }: Electron.RelaunchOptions = {}): void {
    this.again = this.isPackaged ? args : args.slice(1)
  }

  private refused(name: 'before-quit' | 'will-quit'): boolean {
    const event = createHostEvent()
    this.emit(name, event)
    return event.defaultPrevented
  }

  getPath(name: string): string {
    const path = this.paths.get(name) ?? this.defaultPath(name)
    if (path === undefined) throw new Error(`browser-host does not simulate electron.app.getPath('${name}')`)
    return path
  }

  setPath(name: string, path: string): void {
    if (name === 'userData') mkdirSync(path, { recursive: true })
    this.paths.set(name, path)
  }

  private defaultPath(name: string): string | undefined {
    const userData = this.paths.get('userData') ?? this.parts.profile
    const paths: Record<string, string> = {
      home: homedir(),
      appData: join(this.parts.profile, '..'),
      userData,
      logs: join(userData, 'logs'),
      temp: tmpdir(),
      exe: process.execPath,
      downloads: join(homedir(), 'Downloads'),
    }
    return paths[name]
  }

  getAppPath(): string {
    return this.parts.appPath
  }

  getVersion(): string {
    return this.parts.version
  }

  getName(): string {
    return this.name
  }

  getLocale(): string {
    return this.getSystemLocale()
  }

  getSystemLocale(): string {
    return this.parts.languages[0] ?? 'en'
  }

  getPreferredSystemLanguages(): string[] {
    return [...this.parts.languages]
  }

  /** The lock belongs to the profile, so it is acquired for the profile with which the host was started. */
  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    this.isLocked = this.parts.lock.take(this.getPath('userData'), {
      argv: [...this.parts.argv],
      cwd: process.cwd(),
      data: additionalData,
    })
    return this.isLocked
  }

  setAppUserModelId(id: string): void {
    this.userModelId = id
  }

  /** The name by which Linux desktops know the program (shell/browser/api/electron_api_app.cc:977). */
  setDesktopName(name: string): void {
    if (this.parts.system.platform === 'linux') process.env['CHROME_DESKTOP'] = name
  }

  setLoginItemSettings(settings: Electron.Settings): void {
    this.loginItems.set(settings)
  }

  getLoginItemSettings(options?: Electron.LoginItemSettingsOptions) {
    return this.loginItems.get(options)
  }

  /** The host's clicks on notifications need no class in the registry. */
  setToastActivatorCLSID(): void {}
}

const getSwitchValue: Electron.CommandLine['getSwitchValue'] = (name) =>
  process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? ''
