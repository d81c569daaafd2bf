import type { Desktop } from '../desktop/desktop.ts'
import type { Fault } from '../desktop/from-page.ts'
import { simulated } from '../simulated.ts'
import { createProxies } from '../network/proxies.ts'
import { createApp, type AppParts, type HostApp } from './app.ts'
import { createBrowserWindow } from './windows/browser-window.ts'
import { createClipboard } from './clipboard.ts'
import { createDialog } from './dialog.ts'
import { createGlobalShortcut } from './global-shortcut.ts'
import { createHostEvent } from './host-event.ts'
import { createFront, type Front } from './windows/front.ts'
import { createHostWindows, type HostWindows } from './windows/host-windows.ts'
import { keepOnScreen } from './windows/window-position.ts'
import { createIpcMain } from './ipc-main.ts'
import { keychainKind } from '../desktop/keychain.ts'
import { createMenu } from './menu.ts'
import { createNet } from './net.ts'
import { createNotification, type NotificationParts } from './notifications/notification.ts'
import { createPowerMonitor } from './power-monitor.ts'
import { createProtocol, type SchemeHandler } from './protocol.ts'
import { createSafeStorage } from './safe-storage.ts'
import { createVisibleView } from './screen.ts'
import { createSession } from './session.ts'
import { createShell } from './shell.ts'
import { createSystemPreferences } from './system-preferences.ts'
import { createTray } from './tray.ts'
import { createUtilityProcess } from './utility-process.ts'

export interface ElectronParts extends Omit<AppParts, 'front' | 'closeWindows'>, NotificationParts {
  readonly writeError: (text: string) => void
  /** Called with each address that the app opens in other programs. */
  readonly noteOpened: (url: string) => void
  readonly checkWindow: (id: number) => Promise<void>
}

/** What the app receives as `electron`, and what the host needs from it. */
export interface HostElectron {
  /** Exports by name. */
  readonly exports: Readonly<Record<string, unknown>>
  readonly app: HostApp
  readonly windows: HostWindows
  readonly handlerOf: (scheme: string) => SchemeHandler | undefined
  readonly permissionsPolicy: (contents: object, url: string) => string
}

/** All parts of Electron that this host provides, assembled around one desktop. */
export function createElectron(parts: ElectronParts): HostElectron {
  const { desktop, after } = parts
  const windows = createHostWindows(() => app.lastWindowClosed())
  const front = createFront(desktop, parts.system, () => {
    for (const window of windows.all()) window.appear()
  })
  const { utilityProcess, killAll } = createUtilityProcess()
  const app = createApp({
    ...parts,
    front,
    closeWindows: () => windows.closeAll(),
    end(code, again) {
      killAll()
      parts.end(code, again)
    },
  })
  const { protocol, handlerOf } = createProtocol()
  const proxies = createProxies(process.env)
  const { net } = createNet({ isOnline: () => desktop.system().online, proxies })
  const { session, defaultSession, permissionsPolicy } = createSession(protocol, proxies)
  const BrowserWindow = createBrowserWindow({
    desktop,
    windows,
    system: parts.system,
    front,
    session: defaultSession,
    appName: parts.name,
    check: parts.checkWindow,
    created: (contents) => void app.emit('web-contents-created', createHostEvent(), contents),
    after,
  })
  hearWindows(desktop, windows, front, app)
  return {
    exports: {
      app,
      BrowserWindow: simulated('BrowserWindow', BrowserWindow),
      clipboard: createClipboard({ desktop, system: parts.system, after }),
      dialog: createDialog(desktop, parts.writeError),
      globalShortcut: createGlobalShortcut(desktop, parts.system),
      ipcMain: createIpcMain(desktop, windows),
      Menu: createMenu({ quit: () => app.quit() }),
      net,
      Notification: simulated('Notification', createNotification(parts)),
      powerMonitor: createPowerMonitor(desktop),
      protocol,
      safeStorage: createSafeStorage({
        desktop,
        system: parts.system,
        kind: keychainKind(process.env),
        keyFile: () => `${app.getPath('userData')}/browser-host.key`,
        isReady: () => app.isReady(),
      }),
      screen: createVisibleView(desktop),
      session,
      shell: createShell(desktop, parts.noteOpened),
      systemPreferences: createSystemPreferences(desktop),
      Tray: simulated('Tray', createTray(desktop, parts.system)),
      utilityProcess,
    },
    app,
    windows,
    handlerOf,
    permissionsPolicy,
  }
}

/** Applies what the user does to windows on the page, and keeps them on the screen when it gets smaller. */
function hearWindows(desktop: Desktop, windows: HostWindows, front: Front, app: HostApp): void {
  desktop.subscribe((message) => {
    if (message.type === 'viewport') keepOnScreen(desktop)
    if (message.type === 'fault') fail(message.fault, windows, app)
    if (message.type === 'window-moved') windows.get(message.id)?.dragged({ x: message.x, y: message.y })
    if (message.type === 'window-resized')
      windows.get(message.id)?.dragged({ width: message.width, height: message.height })
    if (message.type === 'window-address') windows.get(message.id)?.webContents.moved(message.path)
    if (message.type === 'window-open') windows.get(message.id)?.webContents.windowOpen(message.url)
    if (message.type !== 'window') return
    const window = windows.get(message.id)
    if (window === undefined) return
    if (message.did === 'focus') window.focus()
    if (message.did === 'blur') {
      front.leave()
      window.blur()
    }
    if (message.did === 'loaded') window.hasLoaded()
    if (message.did === 'close') window.close()
  })
}

const ON_PURPOSE = 'on purpose, with a number: 0501234567' // which the app must not reveal

function fail(fault: Fault, windows: HostWindows, app: HostApp): void {
  switch (fault) {
    case 'crash-windows':
      for (const window of windows.all()) window.crash()
      return
    case 'hang-windows':
      for (const window of windows.all()) window.hang()
      return
    case 'lose-gpu':
      app.emit('child-process-gone', createHostEvent(), { type: 'GPU', reason: 'crashed', exitCode: 139 })
      return
    case 'throw':
      setImmediate(() => {
        throw new Error(ON_PURPOSE)
      })
      return
    case 'reject':
      void Promise.reject(new Error(ON_PURPOSE))
  }
}
