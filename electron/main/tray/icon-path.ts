import { join } from 'node:path'
import type { TrayIcon } from '../../../core/alerts/tray.ts'

/**
 * The tray icon's file (`blank`: an empty one of its size): a template image on macOS (@2x is found by name), .ico on
 * Windows, PNG elsewhere.
 */
export function iconPath(resources: string, icon: TrayIcon | 'blank', platform: NodeJS.Platform): string {
  const ending = platform === 'darwin' ? 'Template.png' : platform === 'win32' ? '.ico' : '.png'
  return join(resources, 'tray', `${icon}${ending}`)
}
