import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Desktop } from './desktop.ts'
import type { PlayedSystem } from '../played-system.ts'

export interface LoginItemParts {
  readonly desktop: Desktop
  readonly system: PlayedSystem
  /** Where it stands which programs start, as Windows' registry: it outlives the program. */
  readonly file: () => string
  /** The value's name on Windows: the AppUserModelID. */
  readonly id: () => string
}

export interface LoginItems {
  set(settings: Electron.Settings): void
  get(options?: Electron.LoginItemSettingsOptions): Partial<Electron.LoginItemSettings>
}

/** What starts at login, by name: a command line. */
type Run = Readonly<Record<string, string>>

/**
 * Electron's login items: Windows' from shell/browser/browser_win.cc:681-752, macOS' from browser_mac.mm:376-406. On Linux
 * there are none (browser_linux.cc:264). The System panel plays Task Manager, and macOS' list of login items.
 */
export function createLoginItems({ desktop, system, file, id }: LoginItemParts): LoginItems {
  const isAllowed = (): boolean => desktop.system().startsAtLogin

  function write(run: Run): void {
    mkdirSync(dirname(file()), { recursive: true })
    writeFileSync(file(), JSON.stringify(run))
  }

  /** `enabled` deletes what Task Manager wrote (:695); an entry that goes takes that along (:713). */
  function set({
    openAtLogin = false,
    path,
    args = [],
    enabled = true,
    name = id(),
  }: Electron.Settings): void {
    if (system.platform === 'linux') return
    const { [name]: _, ...others } = read(file())
    write(openAtLogin ? { ...others, [name]: commandLine(path, args) } : others)
    // macOS asks its person again once it was refused; Windows asks nobody.
    if (system.platform === 'win32') desktop.alter({ startsAtLogin: openAtLogin ? enabled : true })
  }

  function get({
    path,
    args = [],
  }: Electron.LoginItemSettingsOptions = {}): Partial<Electron.LoginItemSettings> {
    const own = read(file())[id()]
    const none = { executableWillLaunchAtLogin: false, openAtLogin: false, wasOpenedAtLogin: false }
    if (system.platform === 'linux') return none
    if (system.platform === 'darwin') {
      // Neither path nor arguments are looked at: it is the program itself, without any.
      const status = own === undefined ? 'not-registered' : isAllowed() ? 'enabled' : 'requires-approval'
      return { ...none, openAtLogin: status === 'enabled', status }
    }
    const [program = '', ...words] = own === undefined ? [] : wordsOf(own)
    const item = { name: id(), path: program, args: words, scope: 'user' as const, enabled: isAllowed() }
    return {
      executableWillLaunchAtLogin: own !== undefined && isAllowed(),
      // By its text alone (:728): Task Manager is not asked.
      openAtLogin: own === commandLine(path, args),
      wasOpenedAtLogin: false,
      launchItems: own === undefined ? [] : [item],
    }
  }

  return { set, get }
}

function read(file: string): Run {
  try {
    const raw: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof raw !== 'object' || raw === null) return {}
    return Object.fromEntries(
      Object.entries(raw).flatMap(([key, value]: [string, unknown]) =>
        typeof value === 'string' ? [[key, value]] : [],
      ),
    )
  } catch {
    return {} // none was written yet
  }
}

const commandLine = (path = process.execPath, args: readonly string[] = []): string =>
  [path, ...args].map((word) => (/[\s"]/.test(word) || word === '' ? JSON.stringify(word) : word)).join(' ')

const wordsOf = (line: string): string[] =>
  (line.match(/"(?:\\.|[^"\\])*"|\S+/g) ?? []).map((word) =>
    word.startsWith('"') ? String(JSON.parse(word)) : word,
  )
