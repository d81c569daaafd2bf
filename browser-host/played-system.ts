/** The system that the host imitates: how a window is shown, what a notification reports, which keys are taken. */
export interface PlayedSystem {
  readonly platform: 'win32' | 'darwin' | 'linux'
  /** Electron as a Wayland client; otherwise Linux is X11, also under Wayland by way of XWayland. */
  readonly wayland: boolean
}

/** By the names that `--as` accepts. */
export const SYSTEMS = {
  windows: { platform: 'win32', wayland: false },
  macos: { platform: 'darwin', wayland: false },
  linux: { platform: 'linux', wayland: false },
  wayland: { platform: 'linux', wayland: true },
} as const satisfies Readonly<Record<string, PlayedSystem>>

export type SystemName = keyof typeof SYSTEMS

export const SYSTEM_NAMES: readonly SystemName[] = ['windows', 'macos', 'linux', 'wayland']

/** A system by its name; null for a name that is none. */
export const systemNamed = (text: string): SystemName | null =>
  SYSTEM_NAMES.find((name) => name === text) ?? null

/** The one this computer has; every Unix but macOS counts as Linux. */
export function ownSystem(platform: NodeJS.Platform): SystemName {
  if (platform === 'win32') return 'windows'
  return platform === 'darwin' ? 'macos' : 'linux'
}

/** The app then reads this system's name from `process.platform`; paths stay those of the computer. */
export function playSystem({ platform }: PlayedSystem): void {
  Object.defineProperty(process, 'platform', { value: platform })
}
