/**
 * The system that the host simulates: how a window is shown, what a notification reports, which shortcuts are taken.
 */
export interface SimulatedSystem {
  readonly platform: 'win32' | 'darwin' | 'linux'
  /** Electron as a Wayland client; otherwise Linux is X11, also under Wayland through XWayland. */
  readonly wayland: boolean
}

/** Keyed by the names that `--as` accepts. */
export const SYSTEMS = {
  windows: { platform: 'win32', wayland: false },
  macos: { platform: 'darwin', wayland: false },
  linux: { platform: 'linux', wayland: false },
  wayland: { platform: 'linux', wayland: true },
} as const satisfies Readonly<Record<string, SimulatedSystem>>

export type SystemName = keyof typeof SYSTEMS

export const SYSTEM_NAMES: readonly SystemName[] = ['windows', 'macos', 'linux', 'wayland']

/** A system by its name; null for an unknown name. */
export const systemNamed = (text: string): SystemName | null =>
  SYSTEM_NAMES.find((name) => name === text) ?? null

/** This computer's system; every Unix except macOS counts as Linux. */
export function ownSystem(platform: NodeJS.Platform): SystemName {
  if (platform === 'win32') return 'windows'
  return platform === 'darwin' ? 'macos' : 'linux'
}

/** The system's name, adjusted to the app's own flags: under Wayland, Electron can be told to use X11. */
export const systemFor = (as: SystemName, appArgs: readonly string[]): SystemName =>
  as === 'wayland' && appArgs.includes('--ozone-platform=x11') ? 'linux' : as

/**
 * The app then reads this system's name from `process.platform`; paths stay those of the computer. On Linux the
 * environment decides whether the session is Wayland or X11; RINGSIDE_HOST_XWAYLAND makes it a Wayland session with
 * XWayland.
 */
export function playSystem({ platform, wayland }: SimulatedSystem, env = process.env): void {
  Object.defineProperty(process, 'platform', { value: platform })
  if (platform !== 'linux') return
  const xwayland = env['RINGSIDE_HOST_XWAYLAND'] !== undefined
  if (xwayland) env['DISPLAY'] = ':0'
  else if (wayland) delete env['DISPLAY']
  env['XDG_SESSION_TYPE'] = wayland || xwayland ? 'wayland' : 'x11'
  if (wayland || xwayland) env['WAYLAND_DISPLAY'] = 'wayland-0'
  else delete env['WAYLAND_DISPLAY']
}
