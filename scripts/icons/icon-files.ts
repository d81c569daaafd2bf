import type { TrayIcon } from '../../core/alerts/tray.ts'
import { appSvg } from './app-svg.ts'
import { traySvg } from './tray-svg.ts'

/** A file of resources/ and its drawings: one size for a PNG, every size of an icon file. */
export type IconFile =
  | { readonly kind: 'png'; readonly path: string; readonly svg: string; readonly size: number }
  | { readonly kind: 'ico'; readonly path: string; readonly svg: string; readonly sizes: readonly number[] }
  | { readonly kind: 'svg'; readonly path: string; readonly svg: string }

export const TRAY_ICONS: readonly TrayIcon[] = [
  'disconnected',
  'idle',
  'ringing',
  'ringing-muted',
  'dialing',
  'talking',
  'held',
  'muted',
  'missed',
]

const LINUX_SIZE = 22 // the size at which Plasma and Xfce draw a tray icon; GNOME draws it smaller, and a larger icon stays sharp when it is scaled down
const MAC_SIZE = 16 // points; Electron's manual asks for 16 and 32 px
const WINDOWS_TRAY_SIZES = [16, 20, 24, 32, 48] // 100, 125, 150, 200 and 300 % of the taskbar's 16
const WINDOWS_APP_SIZES = [16, 24, 32, 48, 64, 256]

/** Every file that `npm run generate -- icons` writes, paths relative to resources/. */
export function iconFiles(): readonly IconFile[] {
  const app = appSvg()
  return [
    ...TRAY_ICONS.flatMap((icon) => trayFiles(icon, traySvg(icon, 'colour'), traySvg(icon, 'template'))),
    ...trayFiles('blank', BLANK, BLANK),
    { kind: 'svg', path: 'icon.svg', svg: `${app}\n` },
    { kind: 'png', path: 'icon.png', svg: app, size: 512 },
    { kind: 'ico', path: 'icon.ico', svg: app, sizes: WINDOWS_APP_SIZES },
  ]
}

/** An empty image, for an icon that blinks. */
const BLANK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"/>'

function trayFiles(icon: TrayIcon | 'blank', colour: string, template: string): readonly IconFile[] {
  return [
    { kind: 'png', path: `tray/${icon}.png`, svg: colour, size: LINUX_SIZE },
    { kind: 'png', path: `tray/${icon}@1.5x.png`, svg: colour, size: LINUX_SIZE * 1.5 },
    { kind: 'png', path: `tray/${icon}@2x.png`, svg: colour, size: LINUX_SIZE * 2 },
    { kind: 'png', path: `tray/${icon}Template.png`, svg: template, size: MAC_SIZE },
    { kind: 'png', path: `tray/${icon}Template@2x.png`, svg: template, size: MAC_SIZE * 2 },
    { kind: 'ico', path: `tray/${icon}.ico`, svg: colour, sizes: WINDOWS_TRAY_SIZES },
  ]
}
