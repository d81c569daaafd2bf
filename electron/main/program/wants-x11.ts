import { linuxDisplay } from '../system/linux-display.ts'
import { WAYLAND } from './flags.ts'

/** By XWayland, where a Wayland session has it. */
export const BY_X11 = '--ozone-platform=x11'

export interface StartedBy {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly argv: readonly string[]
}

/**
 * Whether this start, as a Wayland program, is to be one by X11 instead: as such the popup can place itself, a hidden window
 * is drawn, and a copy without the focus arrives. Only a new start can change it, since Chromium takes its side before the
 * first line of main runs (shell/app/electron_main_delegate.cc:324); and only main can decide it, since what starts a
 * program (a menu entry, an AppImage) can't look whether there is a DISPLAY.
 */
export function wantsX11({ platform, env, argv }: StartedBy): boolean {
  if (argv.includes(WAYLAND) || argv.some((word) => word.startsWith('--ozone-platform='))) return false
  return linuxDisplay({ platform, env, ozonePlatform: '' }) === 'wayland' && (env['DISPLAY'] ?? '') !== ''
}
