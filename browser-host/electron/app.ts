import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SimulatedSystem } from '../simulated-system.ts'
import type { ProfileLock } from '../profile-lock.ts'
import type { Front } from './windows/front.ts'
import { simulated } from '../simulated.ts'
import { createHostEvent } from './host-event.ts'
import type { LoginItems } from '../desktop/login-items.ts'
import { createProtocolClients, type ProtocolClients } from './protocol-clients.ts'

export interface AppParts {
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
  /** What starts at login, for the program of this AppUserModelID (Windows) in this profile. */
  readonly loginItems: (id: () => string, profile: () => string) => LoginItems
  readonly front: Front
  /** Asks every window to close; false if one refused. */
  readonly closeWindows: () => boolean
  /** Ends the host's process for good. `again`: the app's flags for its next start; null for none. */
  readonly end: (code: number, again: readonly string[] | null) => void
}

type Simulated = Pick<
  Electron.App,
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'focus'
  | 'isReady'
  | 'whenReady'
  | 'getAppPath'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'setAppUserModelId'
  | 'setDesktopName'
  | 'setToastActivatorCLSID'
  | 'setLoginItemSettings'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'isPackaged'
  | 'name'
>

/** Electron's `app`, and the two things that only the host does to it. */
export interface HostApp {
  readonly app: App & ProtocolClients
  /** To be called once the app's main file has been evaluated. */
  becomeReady(): void
  /** The last window was closed: quits if nobody listens, as Electron does. */
  lastWindowClosed(): void
}

export function createApp(parts: AppParts): HostApp {
  const raw = Object.assign(new App(parts), createProtocolClients(parts.system.platform))
  const app = simulated('app', raw)
  parts.lock.onSecond((second) => {
    if (raw.hasSingleInstanceLock())
      app.emit('second-instance', createHostEvent(), second.argv, second.cwd, second.data)
  })
  return { app, becomeReady: () => raw.becomeReady(), lastWindowClosed: () => raw.lastWindowClosed() }
}

class App extends EventEmitter implements Simulated {
  name: string
  readonly isPackaged: boolean
  /** macOS only, and missing elsewhere as in Electron. */
  readonly dock: Pick<Electron.Dock, 'hide' | 'show'> | undefined
  /** macOS only, too (shell/browser/api/electron_api_app.cc:1965). */
  readonly isActive: (() => boolean) | undefined
  readonly isHidden: (() => boolean) | undefined
  readonly hide: (() => void) | undefined
  readonly show: (() => void) | undefined
  readonly commandLine = simulated('app.commandLine', createCommandLine())
  private readonly parts: AppParts
  private readonly loginItems: LoginItems
  private userModelId: string
  private readonly paths = new Map<string, string>()
  private readonly readiness = Promise.withResolvers<undefined>()
  private ready = false
  private locked = false
  private again: readonly string[] | null = null
  private state: 'running' | 'quitting' | 'ended' = 'running'

  constructor(parts: AppParts) {
    super()
    this.parts = parts
    this.isPackaged = parts.isPackaged
    const isMac = parts.system.platform === 'darwin'
    this.dock = isMac ? simulated('app.dock', { hide: () => undefined, show: resolved }) : undefined
    this.name = parts.name
    this.userModelId = `electron.app.${parts.name}` // shell/common/application_info_win.cc:60
    this.loginItems = parts.loginItems(
      () => this.userModelId,
      () => this.getPath('userData'),
    )
    const { front } = parts
    this.isActive = isMac ? front.isActive : undefined
    this.isHidden = isMac ? front.isHidden : undefined
    this.hide = isMac ? front.hide : undefined
    this.show = isMac ? front.activate : undefined // AppKit's unhide: also activates the program
  }

  becomeReady(): void {
    if (this.state === 'ended') return
    this.ready = true
    this.emit('will-finish-launching')
    this.emit('ready', createHostEvent(), {})
    this.readiness.resolve(undefined)
  }

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

  setAppLogsPath(path?: string): void {
    this.paths.set('logs', path ?? join(this.getPath('userData'), 'logs'))
  }

  private defaultPath(name: string): string | undefined {
    const userData = this.paths.get('userData') ?? this.parts.profile
    const paths: Record<string, string> = {
      home: homedir(),
      appData: join(this.parts.profile, '..'),
      userData,
      sessionData: this.paths.get('sessionData') ?? userData,
      logs: join(userData, 'logs'),
      crashDumps: join(userData, 'Crashpad'),
      temp: tmpdir(),
      exe: process.execPath,
      module: process.execPath,
      desktop: join(homedir(), 'Desktop'),
      documents: join(homedir(), 'Documents'),
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

  setName(name: string): void {
    this.name = name
  }

  getLocale(): string {
    return this.parts.languages[0] ?? 'en'
  }

  getSystemLocale(): string {
    return this.getLocale()
  }

  getPreferredSystemLanguages(): string[] {
    return [...this.parts.languages]
  }

  /** The lock belongs to the profile, so it is acquired for the profile with which the host was started. */
  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    this.locked = this.parts.lock.take(this.getPath('userData'), {
      argv: [...this.parts.argv],
      cwd: process.cwd(),
      data: additionalData,
    })
    return this.locked
  }

  hasSingleInstanceLock(): boolean {
    return this.locked
  }

  releaseSingleInstanceLock(): void {
    this.locked = false
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

  // The rest has no effect on Linux in Electron either, or nothing here that it could affect.
  focus(): void {}
  setToastActivatorCLSID(): void {}
  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
}

const resolved = (): Promise<void> => Promise.resolve()

function createCommandLine() {
  const switches = new Map<string, string>()
  return {
    appendSwitch: (name: string, value = '') => void switches.set(name, value),
    appendArgument: () => undefined,
    hasSwitch: (name: string) =>
      switches.has(name) || process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
    getSwitchValue: (name: string) =>
      switches.get(name) ??
      process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ??
      '',
    removeSwitch: (name: string) => void switches.delete(name),
  } satisfies Pick<
    Electron.CommandLine,
    'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'
  >
}
