import { linuxDisplay } from '../system/linux-display.ts'

/** Why this system can show no popup of ours, null where it can: under Wayland nothing may place itself or stay on top. */
export function popupRefusal(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  ozonePlatform: string,
): 'wayland' | null {
  return linuxDisplay({ platform, env, ozonePlatform }) === 'wayland' ? 'wayland' : null
}
