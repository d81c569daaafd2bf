import { linuxDisplay } from '../system/linux-display.ts'

/**
 * Why this system can't show our popup, null if it can: under Wayland a window can't set its position or stay on top.
 */
export function popupRefusal(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  ozonePlatform: string,
): 'wayland' | null {
  return linuxDisplay({ platform, env, ozonePlatform }) === 'wayland' ? 'wayland' : null
}
