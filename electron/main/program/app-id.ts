import type { App } from 'electron/main'
import { isInstalled } from './is-installed.ts'

/**
 * The program's identity: Windows' AppUserModelID, macOS' bundle id, and the id by which installers recognise it. Must
 * never change: with another ID, an installed Ringside would be a second program.
 */
export const APP_ID = 'Ringside.Desktop'

/**
 * Its name on Linux: that of its .desktop file, its windows and its entry for the start at login; package.json has it
 * too. Desktops and their portals require the form of a reversed domain (docs/api/app.md, setDesktopName); nobody can
 * own this one.
 */
export const DESKTOP_NAME = 'desktop.ringside.Ringside'

/**
 * How Windows identifies a running program: its AppUserModelID, and the class that it calls for a click on an alert.
 */
export interface WindowsIdentity {
  readonly id: string
  readonly toastActivator: string
}

/**
 * Must never change: Windows stores it to report clicks on alerts, across restarts and updates. resources/installer.nsh
 * has it too.
 */
export const TOAST_ACTIVATOR = '{3D2F1B0A-7C46-4E0B-9B1E-5A8C6E7F2D94}'

/**
 * A program under development has a separate identity: Electron writes the running file into the Start menu and the
 * registry under it (windows_toast_activator.cc:142, :223), which would take over the installed program's alerts.
 */
export const windowsIdentity = (app: Pick<App, 'isPackaged' | 'getAppPath'>): WindowsIdentity =>
  isInstalled(app)
    ? { id: APP_ID, toastActivator: TOAST_ACTIVATOR }
    : { id: `${APP_ID}.Development`, toastActivator: '{B1C0E7B4-5D0B-4B5E-8C64-0E4E9B6C2F17}' }
