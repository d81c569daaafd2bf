import { registerHooks } from 'node:module'
import { simulated, missing } from './simulated.ts'

/**
 * From now on `electron` and its sub-paths, imported or required, are the given exports. Those that Electron has and
 * the host doesn't simulate exist too, and throw with their name when they are used.
 */
export function provideElectron(exports: Readonly<Record<string, unknown>>): void {
  const all = Object.fromEntries(MAIN_EXPORTS.map((name) => [name, exports[name] ?? missing(name)]))
  Object.defineProperty(globalThis, KEY, { value: simulated('', all), configurable: true })
  registerHooks({
    resolve: (specifier, context, next) =>
      /^electron(\/(main|common))?$/.test(specifier)
        ? { url: URL_OF_ELECTRON, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === URL_OF_ELECTRON ? { format: 'module', source: SOURCE, shortCircuit: true } : next(url, context),
  })
}

/** Names that Electron 45 exports to the main process (electron.d.ts, namespaces Main and Common). */
const MAIN_EXPORTS = [
  'app',
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'BrowserWindow',
  'clipboard',
  'ClipboardItem',
  'contentTracing',
  'crashReporter',
  'desktopCapturer',
  'dialog',
  'globalShortcut',
  'ImageView',
  'inAppPurchase',
  'ipcMain',
  'Menu',
  'MenuItem',
  'MessageChannelMain',
  'nativeImage',
  'nativeTheme',
  'net',
  'netLog',
  'Notification',
  'powerMonitor',
  'powerSaveBlocker',
  'protocol',
  'pushNotifications',
  'safeStorage',
  'screen',
  'session',
  'ShareMenu',
  'shell',
  'systemPreferences',
  'TouchBar',
  'Tray',
  'utilityProcess',
  'View',
  'webContents',
  'WebContentsView',
  'webFrameMain',
]

const URL_OF_ELECTRON = 'browser-host:electron'
const KEY = '__ringsideBrowserHostElectron'

/** A module's exports are named before it runs, so its text names them and reads the values from the host. */
const SOURCE = [
  `const electron = globalThis[${JSON.stringify(KEY)}]`,
  ...MAIN_EXPORTS.map((name) => `export const ${name} = electron.${name}`),
  'export default electron',
].join('\n')
