import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import type { Desktop } from './desktop.ts'
import type { SimulatedSystem } from '../simulated-system.ts'

export interface LoginItemParts {
  readonly desktop: Desktop
  readonly system: SimulatedSystem
  /** The file that stores which programs start, like Windows' registry: it outlives the program. */
  readonly file: () => string
  /** The value's name on Windows: the AppUserModelID. */
  readonly id: () => string
}

export interface LoginItems {
  set(settings: Electron.Settings): void
  get(options?: Electron.LoginItemSettingsOptions): Partial<Electron.LoginItemSettings>
}

/**
 * The command lines that run at login, by name. `allowed`: false if the user turned them off in the system's settings.
 */
const STORED_ITEMS = v.fallback(
  v.object({
    run: v.optional(v.record(v.string(), v.string()), {}),
    allowed: v.optional(v.boolean(), true),
  }),
  { run: {}, allowed: true },
)

type StoredItems = v.InferOutput<typeof STORED_ITEMS>

/**
 * Electron's login items: Windows' from shell/browser/browser_win.cc:681-752, macOS' from browser_mac.mm:376-406. On
 * Linux there are none (browser_linux.cc:264). The System panel simulates Task Manager, and macOS' list of login items.
 */
export function createLoginItems({ desktop, system, file, id }: LoginItemParts): LoginItems {
  const store = (items: StoredItems): void => {
    mkdirSync(dirname(file()), { recursive: true })
    writeFileSync(file(), JSON.stringify(items))
    desktop.alter({ startsAtLogin: items.allowed })
  }
  desktop.subscribe((message) => {
    if (message.type !== 'system' || message.part !== 'startsAtLogin') return
    store({ ...read(file()), allowed: message.on })
  })

  /**
   * On Windows, `enabled` overrides what the user set in Task Manager (:695), and removing an entry resets it (:713).
   * On macOS, the user's choice stays.
   */
  function set({
    openAtLogin = false,
    path,
    args = [],
    enabled = true,
    name = id(),
  }: Electron.Settings): void {
    if (system.platform === 'linux') return
    const { run, allowed } = read(file())
    const { [name]: _, ...others } = run
    store({
      run: openAtLogin ? { ...others, [name]: commandLine(path, args) } : others,
      allowed: system.platform === 'win32' ? !openAtLogin || enabled : allowed,
    })
  }

  function get({
    path,
    args = [],
  }: Electron.LoginItemSettingsOptions = {}): Partial<Electron.LoginItemSettings> {
    const none = { executableWillLaunchAtLogin: false, openAtLogin: false, wasOpenedAtLogin: false }
    if (system.platform === 'linux') return none
    const { run, allowed } = read(file())
    const own = run[id()]
    if (system.platform === 'darwin') {
      // Path and arguments are ignored: macOS starts the program itself, without arguments.
      const status = own === undefined ? 'not-registered' : allowed ? 'enabled' : 'requires-approval'
      return { ...none, openAtLogin: status === 'enabled', status }
    }
    const [program = '', ...words] = own === undefined ? [] : wordsOf(own)
    const item = { name: id(), path: program, args: words, scope: 'user' as const, enabled: allowed }
    return {
      executableWillLaunchAtLogin: own !== undefined && allowed,
      // Compared by its text only (:728): Task Manager isn't considered.
      openAtLogin: own === commandLine(path, args),
      wasOpenedAtLogin: false,
      launchItems: own === undefined ? [] : [item],
    }
  }

  return { set, get }
}

const read = (file: string): StoredItems =>
  existsSync(file)
    ? v.parse(STORED_ITEMS, JSON.parse(readFileSync(file, 'utf8')))
    : { run: {}, allowed: true }

const commandLine = (path = process.execPath, args: readonly string[] = []): string =>
  [path, ...args].map((word) => (/[\s"]/.test(word) || word === '' ? JSON.stringify(word) : word)).join(' ')

const wordsOf = (line: string): string[] =>
  (line.match(/"(?:\\.|[^"\\])*"|\S+/g) ?? []).map((word) =>
    word.startsWith('"') ? String(JSON.parse(word)) : word,
  )
