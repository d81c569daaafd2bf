/**
 * Why this system can show no popup; null if it can. Electron runs as a native Wayland program in a Wayland session
 * unless started with `--ozone-platform=x11`: on Wayland a window can neither position itself nor stay on top.
 */
export function popupRefusal(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  ozonePlatform: string,
): 'wayland' | null {
  if (platform !== 'linux' || ozonePlatform === 'x11') return null
  if (ozonePlatform === 'wayland') return 'wayland'
  return env['XDG_SESSION_TYPE'] === 'wayland' && (env['WAYLAND_DISPLAY'] ?? '') !== '' ? 'wayland' : null
}
