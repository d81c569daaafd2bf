/** What decides whether Linux shows the program by X11 or by Wayland. */
export interface DisplayFacts {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** Chromium's switch `ozone-platform`; `''` if it wasn't given. */
  readonly ozonePlatform: string
}

/**
 * Whether this is a Wayland program, whose windows can't set their position or stay on top. In a Wayland session
 * Electron is one unless it is told to use X11 before its first line of code runs (Chromium's display_server_utils.cc;
 * shell/app/electron_main_delegate.cc:324).
 */
export const isWaylandProgram = ({ platform, env, ozonePlatform }: DisplayFacts): boolean =>
  platform === 'linux' && (ozonePlatform === 'wayland' || (ozonePlatform !== 'x11' && isWaylandSession(env)))

export const isWaylandSession = (env: DisplayFacts['env']): boolean =>
  env['XDG_SESSION_TYPE'] === 'wayland' && (env['WAYLAND_DISPLAY'] ?? '') !== ''
