/**
 * Electron's display arguments on Linux: X11 wherever there is a DISPLAY, which in a Wayland session is XWayland's
 * (electron/main/program/wants-x11.ts says why). `wayland`: Wayland itself is requested.
 */
export function displayArgs(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  wayland = false,
): readonly string[] {
  if (platform !== 'linux') return []
  if (wayland) return ['--wayland']
  return (env['DISPLAY'] ?? '') === '' ? [] : ['--ozone-platform=x11']
}
