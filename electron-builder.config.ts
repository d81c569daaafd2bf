import type { Configuration } from 'electron-builder'
import { APP_ID } from './electron/main/program/app-id.ts'
import { debValues } from './scripts/packing/deb-values.ts'

/** How Electron itself is hardened: switches in its binary, set before it is signed (docs/adr/0017). */
const electronFuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: true,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  grantFileProtocolExtraPrivileges: false,
} as const

// Whoever rolls Ringside out sets these when building: nothing is made up. `npm run dist` says what is missing.
const { maintainer, homepage } = debValues(process.env)

/** The packages. Main, preload and window are bundled, so no module is included; `npm run dist:check` proves it. */
const configuration: Configuration = {
  appId: APP_ID,
  productName: 'Ringside',
  copyright: 'Ringside',
  directories: { output: 'dist', buildResources: 'resources' },
  files: ['out/{main,preload,renderer}/**', 'package.json', '!**/node_modules/**', '!**/*.map'],
  // Trays read files, not archives.
  extraResources: [
    { from: 'resources', to: 'resources', filter: ['tray/*', 'icon.{ico,png}'] },
    { from: 'dist/legal', to: 'legal', filter: ['LICENSES.txt', 'sbom.cdx.json'] },
  ],
  asar: { smartUnpack: false },
  disableDefaultIgnoredFiles: false,
  electronFuses,
  // Nothing is native, and nothing has to be downloaded.
  npmRebuild: false,
  nodeGypRebuild: false,
  extraMetadata: homepage === null ? {} : { homepage },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  // Users of beta versions are offered the stable ones too.
  generateUpdatesFilesForAllChannels: true,
  // The update server is a setting. This only makes the builder write the files for an update server: a host name that
  // can never exist (RFC 2606).
  publish: { provider: 'generic', url: 'https://updates.invalid' },
  // Links that Ringside may open, if its user wants that.
  protocols: [{ name: 'Telephone number', schemes: ['tel', 'callto'], role: 'Viewer' }],
  win: { target: ['nsis', 'msi'], icon: 'resources/icon.ico' },
  nsis: {
    oneClick: false,
    allowElevation: true,
    allowToChangeInstallationDirectory: true,
    // History and settings belong to the agent, who can delete the folder.
    deleteAppDataOnUninstall: false,
    license: null,
    // Installed for everyone: the policy's folder, which only administrators may change.
    include: 'installer.nsh',
  },
  msi: { perMachine: true, oneClick: true, runAfterFinish: false },
  mac: {
    target: ['dmg', 'zip'],
    icon: 'resources/icon.png',
    category: 'public.app-category.business',
    hardenedRuntime: true,
    entitlements: 'resources/entitlements.mac.plist',
    entitlementsInherit: 'resources/entitlements.mac.plist',
    extendInfo: {
      // In the menu bar, not in the Dock.
      LSUIElement: true,
      // Alerts stay on screen, with their buttons; a banner has no buttons and disappears.
      NSUserNotificationAlertStyle: 'alert',
    },
  },
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'resources/icon.png',
    category: 'Office',
    executableName: 'ringside',
    // By default the AppImage's menu entry would turn Chromium's sandbox off. Main decides whether X11 is used.
    executableArgs: [],
    maintainer,
    // The menu entry's file is named after the name in package.json.
    syncDesktopName: true,
    synopsis: 'Who is calling, on which line, the moment it rings',
    desktop: {
      entry: { Name: 'Ringside', 'X-GNOME-UsesNotifications': 'true' },
    },
  },
}

export default configuration
