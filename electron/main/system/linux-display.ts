/** How the program is shown on Linux. `xwayland`: using X11 in a Wayland session. Null on other systems. */
export type LinuxDisplay = 'x11' | 'xwayland' | 'wayland'

export interface LinuxDisplayParts {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** Chromium's switch `ozone-platform`; `''` if it wasn't given. */
  readonly ozonePlatform: string
}

/**
 * In a Wayland session Electron is a Wayland program unless it is told to use X11 before its first line of code runs
 * (Chromium's display_server_utils.cc; shell/app/electron_main_delegate.cc:324).
 */
export function linuxDisplay({ platform, env, ozonePlatform }: LinuxDisplayParts): LinuxDisplay | null {
  if (platform !== 'linux') return null
  const isSession = isWaylandSession(env)
  if (ozonePlatform === 'x11') return isSession ? 'xwayland' : 'x11'
  return ozonePlatform === 'wayland' || isSession ? 'wayland' : 'x11'
}

export const isWaylandSession = (env: LinuxDisplayParts['env']): boolean =>
  env['XDG_SESSION_TYPE'] === 'wayland' && (env['WAYLAND_DISPLAY'] ?? '') !== ''
