import { isWaylandProgram, type DisplayFacts } from '../system/wayland.ts'
import { WAYLAND } from './flags.ts'

/** Through XWayland, if a Wayland session has it. */
export const BY_X11 = '--ozone-platform=x11'

export interface StartedBy extends Pick<DisplayFacts, 'platform' | 'env'> {
  readonly argv: readonly string[]
}

/**
 * Whether this start, as a Wayland program, should be repeated using X11: then the popup can set its position, a hidden
 * window is drawn, and copying works without the focus. Only a restart can change it, because Chromium chooses before
 * the first line of main runs (shell/app/electron_main_delegate.cc:324); and only main can decide it, because what
 * starts a program (a menu entry, an AppImage) can't check whether there is a DISPLAY.
 */
export function wantsX11({ platform, env, argv }: StartedBy): boolean {
  if (argv.includes(WAYLAND) || argv.some((word) => word.startsWith('--ozone-platform='))) return false
  return isWaylandProgram({ platform, env, ozonePlatform: '' }) && (env['DISPLAY'] ?? '') !== ''
}
