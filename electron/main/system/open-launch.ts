import { app } from 'electron/main'
import { windowsIdentity } from '../program/app-id.ts'
import { HIDDEN, WAYLAND, type Flags } from '../program/flags.ts'
import { createLaunchAtLogin } from './launch-at-login.ts'
import type { LaunchAtLogin } from './launch-at-login.ts'
import { launchEntry } from './launch-entry.ts'

/** The start at login of this very program, with its profile. */
export function openLaunch(flags: Flags, log: (line: string) => void): LaunchAtLogin {
  const args = launchArgs(flags)
  return createLaunchAtLogin({
    platform: process.platform,
    isPackaged: app.isPackaged,
    args,
    name: windowsIdentity(app).id,
    app,
    entry: launchEntry(process.env, [...program(), ...args]),
    log,
  })
}

/** An AppImage is started from its own file: its unpacked files are gone by the next login. */
const program = (): readonly string[] => [
  process.env['APPIMAGE'] ?? process.execPath,
  ...(app.isPackaged ? [] : [app.getAppPath()]),
]

/** Whether X11 is used is decided at each start (wants-x11.ts), unless Wayland itself was requested. */
const launchArgs = ({ profile }: Flags): readonly string[] => [
  ...(profile === null ? [] : [`--profile=${profile}`]),
  ...(process.argv.includes(WAYLAND) ? [WAYLAND] : []),
  HIDDEN,
]

/** Whether the system started the program at login. macOS reports this itself, and passes no flags. */
export const isHiddenStart = ({ hidden }: Flags): boolean =>
  hidden || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)
