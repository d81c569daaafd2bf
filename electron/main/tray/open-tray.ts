import { Menu, Tray } from 'electron/main'
import type { Logger } from '../system/log.ts'
import { createTray, iconPath, type TrayShow } from './tray.ts'

/** The tray icon of this desktop, with icons from `resources`. */
export function openTray(resources: string, log: Logger): TrayShow {
  const { platform } = process
  return createTray({
    create: (image) => new Tray(image),
    image: (icon) => iconPath(resources, icon, platform),
    buildMenu: (items) => Menu.buildFromTemplate(items),
    platform,
    onFailed: () => log.warn('the tray icon could not be made'),
  })
}
