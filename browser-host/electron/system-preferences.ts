import type { Desktop } from '../desktop/desktop.ts'
import { played } from '../played.ts'

/** Electron's `systemPreferences`, as far as it is on every platform: what moves, by the desktop page's switch. */
export function createSystemPreferences(desktop: Desktop) {
  return played('systemPreferences', {
    getAnimationSettings: () => ({
      shouldRenderRichAnimation: desktop.system().motion,
      scrollAnimationsEnabledBySystem: desktop.system().motion,
      prefersReducedMotion: !desktop.system().motion,
    }),
  } satisfies Pick<Electron.SystemPreferences, 'getAnimationSettings'>)
}
