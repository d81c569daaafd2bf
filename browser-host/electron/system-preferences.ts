import type { Desktop } from '../desktop/desktop.ts'
import { simulated } from '../simulated.ts'

/**
 * Electron's `systemPreferences`, as far as it exists on every platform: animation, controlled by the desktop page's
 * switch.
 */
export function createSystemPreferences(desktop: Desktop) {
  return simulated('systemPreferences', {
    getAnimationSettings: () => ({
      shouldRenderRichAnimation: desktop.system().motion,
      scrollAnimationsEnabledBySystem: desktop.system().motion,
      prefersReducedMotion: !desktop.system().motion,
    }),
  } satisfies Partial<Electron.SystemPreferences>)
}
