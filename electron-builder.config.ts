import type { Configuration } from 'electron-builder'
import { APP_ID } from './electron/main/program/app-id.ts'
import { debValues } from './scripts/packing/deb-values.ts'

/** How Electron itself is hardened: switches in its binary, flipped before it is signed (docs/adr/0017). */
const electronFuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableCookieEncryption: true,
  onlyLoadAppFromAsar: true,
  enableEmbeddedAsarIntegrityValidation: true,
  grantFileProtocolExtraPrivileges: false,
} as const

// Who rolls Ringside out says so when it is built: nothing is made up. `npm run dist` asks for what is not there.
const { maintainer, homepage } = debValues(process.env)

/** The packages. Main, preload and window are bundled, so no module goes along; `npm run dist:check` proves it. */
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
  // Nothing native, and nothing that would have to be fetched.
  npmRebuild: false,
  nodeGypRebuild: false,
  extraMetadata: homepage === null ? {} : { homepage },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  // Who follows the trial versions is told of the released ones too.
  generateUpdatesFilesForAllChannels: true,
  // Which server is asked is a setting. This only makes the builder write what an update server serves: a name that can
  // never be had (RFC 2606).
  publish: { provider: 'generic', url: 'https://updates.invalid' },
  // Links that Ringside may open, if its user wants that.
  protocols: [{ name: 'Telephone number', schemes: ['tel', 'callto'], role: 'Viewer' }],
  win: { target: ['nsis', 'msi'], icon: 'resources/icon.ico' },
  nsis: {
    oneClick: false,
    allowElevation: true,
    allowToChangeInstallationDirectory: true,
    // History and settings are the agent's; who wants them gone removes the folder.
    deleteAppDataOnUninstall: false,
    license: null,
    // For everyone: the policy's folder, kept to administrators.
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
      // In the menu bar, not in the Dock's row of programs that were opened.
      LSUIElement: true,
      // Alerts stay on screen, with their buttons; a banner has none, and leaves.
      NSUserNotificationAlertStyle: 'alert',
    },
  },
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'resources/icon.png',
    category: 'Office',
    executableName: 'ringside',
    // By default the AppImage's menu entry would turn Chromium's sandbox off. Whether X11 is to be used main decides.
    executableArgs: [],
    maintainer,
    // The menu entry's file has the name in package.json.
    syncDesktopName: true,
    synopsis: 'Who is calling, on which line, the moment it rings',
    desktop: {
      entry: { Name: 'Ringside', 'X-GNOME-UsesNotifications': 'true' },
    },
  },
}

export default configuration
