import type { Clock } from '../../../core/clock.ts'
import type { DoNotDisturb } from '../../../core/contract.ts'

const KEPT_MS = 5_000 // rings come in bursts; who turns it on meanwhile is told of the next one

/** Runs a program of the system with these arguments; gives what it printed, or null for any failure. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<string | null>

export interface DoNotDisturbParts {
  readonly platform: NodeJS.Platform
  /** `XDG_CURRENT_DESKTOP`: names with colons in between. */
  readonly desktop: string
  /** By which Windows knows this program: its AppUserModelID. */
  readonly appId: string
  readonly run: RunProgram
  readonly clock: Pick<Clock, 'now'>
}

/**
 * Whether the system keeps notifications from the screen now, where it tells. It is asked with what it documents:
 *
 * - Windows: switches in the registry, of all notifications, of their banners, and of this program's. Focus sessions and
 *   rules keep their state in formats that are not documented, so nothing here ever says `off`.
 * - macOS: no public way; the file with the state can't be read without full disk access.
 * - GNOME: the setting `show-banners`. KDE: the property `Inhibited` of its notification service.
 */
export function createDoNotDisturb({
  platform,
  desktop,
  appId,
  run,
  clock,
}: DoNotDisturbParts): () => Promise<DoNotDisturb> {
  let kept: { readonly at: number; readonly state: Promise<DoNotDisturb> } | null = null

  function ask(): Promise<DoNotDisturb> {
    if (platform === 'win32') return askWindows(run, appId)
    if (platform !== 'linux') return Promise.resolve('unknown')
    const names = desktop.toUpperCase().split(':')
    if (names.includes('KDE')) return askKde(run)
    return names.includes('GNOME') ? askGnome(run) : Promise.resolve('unknown')
  }

  return () => {
    const at = clock.now()
    if (kept === null || at - kept.at >= KEPT_MS || at < kept.at) kept = { at, state: ask() }
    return kept.state
  }
}

const CURRENT = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion`
const SETTINGS = String.raw`${CURRENT}\Notifications\Settings`
/** Of all programs: each in its own place, with much else beside it. */
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
