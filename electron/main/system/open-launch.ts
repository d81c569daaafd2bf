import { app } from 'electron/main'
import { HIDDEN } from '../program/flags.ts'
import type { Flags } from '../program/flags.ts'
import { createLaunchAtLogin } from './launch-at-login.ts'
import type { LaunchAtLogin } from './launch-at-login.ts'
import { launchEntry } from './launch-entry.ts'

/** The start at login of this very program, with its profile. */
export function openLaunch(flags: Flags, log: (line: string) => void): LaunchAtLogin {
  return createLaunchAtLogin({
    platform: process.platform,
    isPackaged: app.isPackaged,
    app,
    entry: launchEntry(process.env, launchCommand(flags)),
    log,
  })
}

/** An AppImage is started by its own file: what it unpacks to is gone by the next login. */
const launchCommand = ({ profile }: Flags): readonly string[] => [
  process.env['APPIMAGE'] ?? process.execPath,
  ...(app.isPackaged ? [] : [app.getAppPath()]),
  ...(profile === null ? [] : [`--profile=${profile}`]),
  HIDDEN,
]

/** Whether the system started the program at login. macOS reports this itself, and passes no flags. */
export const isHiddenStart = ({ hidden }: Flags): boolean =>
  hidden || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)
