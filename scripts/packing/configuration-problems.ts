import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from 'electron-builder'
import { APP_ID, DESKTOP_NAME, TOAST_ACTIVATOR } from '../../electron/main/program/app-id.ts'
import { decodeIco } from '../icons/ico.ts'

const LEAST_MAC_ICON = 512 // px; the builder refuses a smaller one
const LEAST_WINDOWS_ICON = 256

/**
 * Problems that the schema doesn't cover and that a builder finds only on its own system: a sentence for each. The
 * builder checks the rest of the configuration itself when it packs.
 */
export function configurationProblems(configuration: Configuration, root: string): readonly string[] {
  const { appId, mac, win, linux, nsis, asar } = configuration
  const at = (path: string | null | undefined): string => join(root, path ?? 'nowhere')
  const checks: readonly (readonly [boolean, string])[] = [
    [appId === APP_ID, 'The id differs from the one that the program reports to Windows.'],
    [asar !== false, 'The program is not in an archive.'],
    [same(win?.target, ['nsis', 'msi']), 'Windows doesn’t get exactly an installer and an MSI.'],
    [same(mac?.target, ['dmg', 'zip']), 'macOS doesn’t get exactly a dmg and the zip that updates need.'],
    [same(linux?.target, ['AppImage', 'deb']), 'Linux doesn’t get exactly an AppImage and a deb.'],
    [mac?.hardenedRuntime === true, 'macOS’ hardened runtime is off.'],
    [
      JSON.stringify(mac?.extendInfo ?? null).includes('"NSUserNotificationAlertStyle":"alert"'),
      'macOS shows alerts as banners that disappear automatically, without buttons.',
    ],
    [existsSync(at(mac?.entitlements)), 'macOS’ entitlements are missing.'],
    [pngSize(at(text(mac?.icon))) >= LEAST_MAC_ICON, `macOS’ icon is smaller than ${LEAST_MAC_ICON} pixels.`],
    [
      icoSize(at(text(win?.icon))) >= LEAST_WINDOWS_ICON,
      `Windows’ icon is smaller than ${LEAST_WINDOWS_ICON} pixels.`,
    ],
    [
      protectsFolder(at(join('resources', text(nsis?.include) ?? 'nowhere'))),
      'Windows’ installer lets non-administrators change the folder of an installation for everyone.',
    ],
    [
      linux?.syncDesktopName === true && desktopName(at('package.json')) === `${DESKTOP_NAME}.desktop`,
      'Linux’ menu entry, windows and start at login have different names.',
    ],
    [
      takesAlertsAlong(at(join('resources', text(nsis?.include) ?? 'nowhere'))),
      'Windows’ uninstaller leaves behind what Electron wrote for clicks on alerts.',
    ],
    [
      !/\.(invalid|example|test|localhost)\b/.test(JSON.stringify([configuration.extraMetadata, linux])),
      'A page or mailbox is named that can’t exist.',
    ],
  ]
  return checks.filter(([good]) => !good).map(([, sentence]) => sentence)
}

const same = (given: unknown, wanted: readonly string[]): boolean =>
  Array.isArray(given) && JSON.stringify(given) === JSON.stringify(wanted)

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

function desktopName(file: string): unknown {
  const about: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  return typeof about === 'object' && about !== null ? Reflect.get(about, 'desktopName') : null
}

/** Whether the uninstaller's script removes the shortcut and the class that Electron wrote for this user. */
function takesAlertsAlong(script: string): boolean {
  const lines = existsSync(script) ? readFileSync(script, 'utf8') : ''
  const [, own = ''] = /^!macro customUnInstall\n(.*?)^!macroend$/ms.exec(lines) ?? []
  return (
    lines.includes(`!define TOAST_ACTIVATOR "${TOAST_ACTIVATOR}"`) &&
    own.includes('${IfNot} ${isUpdated}') &&
    own.includes('Delete "$SMPROGRAMS\\${PRODUCT_NAME}.lnk"') &&
    own.includes('DeleteRegKey HKCU "Software\\Classes\\CLSID\\${TOAST_ACTIVATOR}"')
  )
}

/**
 * Whether the installer's script lets only Administrators and SYSTEM write into the folder of an all-users
 * installation.
 */
function protectsFolder(script: string): boolean {
  const lines = existsSync(script) ? readFileSync(script, 'utf8') : ''
  const rights = /!insertmacro protectFolder "\$INSTDIR" "\/inheritance:r \/grant:r (.+)"/.exec(lines)?.[1]
  return (
    /^!macro customInstall\n {2}\$\{If\} \$installMode == "all"$/m.test(lines) &&
    lines.includes('!insertmacro protectFolder "$INSTDIR" "/setowner *S-1-5-32-544 /T"') &&
    lines.includes('!insertmacro protectFolder "$INSTDIR\\*" "/reset /T"') &&
    rights?.split(' ').every((right) => FULL.has(right) || right.endsWith('RX')) === true
  )
}

/** Administrators and SYSTEM. */
const FULL = new Set(['*S-1-5-32-544:(OI)(CI)F', '*S-1-5-18:(OI)(CI)F'])

/** The width of a PNG, in pixels; 0 for none. */
function pngSize(file: string): number {
  return existsSync(file) ? readFileSync(file).readUInt32BE(16) : 0
}

/** The width of the largest picture of an .ico, in pixels; 0 for none, and for a file that isn't one. */
function icoSize(file: string): number {
  try {
    return Math.max(0, ...decodeIco(readFileSync(file)).map(({ size }) => size))
  } catch {
    return 0
  }
}
