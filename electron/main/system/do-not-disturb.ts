import type { Clock } from '../../../core/clock.ts'
import type { DoNotDisturb } from '../../../core/contract.ts'

const CACHED_MS = 5_000 // rings arrive in bursts, and each would run a system program

/** Runs a system program with these arguments; returns its output, or null on any failure. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<string | null>

export interface DoNotDisturbParts {
  readonly platform: NodeJS.Platform
  /** `XDG_CURRENT_DESKTOP`: names separated by colons. */
  readonly desktop: string
  /** How Windows identifies this program: its AppUserModelID. */
  readonly appId: string
  readonly run: RunProgram
  readonly clock: Pick<Clock, 'now'>
}

/**
 * Whether the system currently hides notifications, where it reports that. Uses documented sources:
 *
 * - Windows: switches in the registry, for all notifications, for banners, and for this program. Focus sessions and
 *   rules store their state in undocumented formats, so this never reports `off`.
 * - macOS: no public API; the file with the state can't be read without full disk access.
 * - GNOME: the setting `show-banners`. KDE: the property `Inhibited` of its notification service.
 */
export function createDoNotDisturb(parts: DoNotDisturbParts): () => Promise<DoNotDisturb> {
  const { platform, run } = parts
  let cached: { readonly at: number; readonly state: Promise<DoNotDisturb> } | null = null

  function ask(): Promise<DoNotDisturb> {
    if (platform === 'win32') return askWindows(run, parts.appId)
    if (platform !== 'linux') return Promise.resolve('unknown')
    const names = parts.desktop.toUpperCase().split(':')
    if (names.includes('KDE')) return askKde(run)
    return names.includes('GNOME') ? askGnome(run) : Promise.resolve('unknown')
  }

  return () => {
    const at = parts.clock.now()
    if (cached === null || at - cached.at >= CACHED_MS || at < cached.at) cached = { at, state: ask() }
    return cached.state
  }
}

const CURRENT = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion`
const SETTINGS = String.raw`${CURRENT}\Notifications\Settings`
/** For all programs: each value is in a different registry key, among many others. */
const SWITCHES = [
  [String.raw`${CURRENT}\PushNotifications`, 'ToastEnabled'],
  [SETTINGS, 'NOC_GLOBAL_SETTING_TOASTS_ENABLED'],
] as const
const NAMES = new Set(['ToastEnabled', 'NOC_GLOBAL_SETTING_TOASTS_ENABLED', 'Enabled', 'ShowBanner'])

async function askWindows(run: RunProgram, appId: string): Promise<DoNotDisturb> {
  const said = await Promise.all([
    run('reg', ['query', [SETTINGS, appId].join('\\')]),
    ...SWITCHES.map(([key, name]) => run('reg', ['query', key, '/v', name])),
  ])
  const off = said.flatMap((text) => [...(text ?? '').matchAll(/^ {4}(\w+) {4}REG_DWORD {4}0x0\r?$/gm)])
  return off.some(([, name = '']) => NAMES.has(name)) ? 'on' : 'unknown'
}

async function askGnome(run: RunProgram): Promise<DoNotDisturb> {
  const said = await run('gsettings', ['get', 'org.gnome.desktop.notifications', 'show-banners'])
  return read(said, { false: 'on', true: 'off' })
}

async function askKde(run: RunProgram): Promise<DoNotDisturb> {
  const said = await run('busctl', [
    '--user',
    'get-property',
    'org.freedesktop.Notifications',
    '/org/freedesktop/Notifications',
    'org.freedesktop.Notifications',
    'Inhibited',
  ])
  return read(said, { 'b true': 'on', 'b false': 'off' })
}

const read = (said: string | null, states: Readonly<Record<string, DoNotDisturb>>): DoNotDisturb =>
  states[said?.trim() ?? ''] ?? 'unknown'
