import type { Settings } from '../../../core/settings/settings.ts'
import { isInside, type Point, type Screen } from '../../../core/window/screens.ts'
import { popupDisplay, type Displays } from './popup-position.ts'

/** Which display the popup is on while it shows. */
export interface PopupDisplay {
  now(): Screen
  /** The user dragged it to this point. */
  put(point: Point): Screen
  /** It is gone: the next one appears where the pointer is then. */
  free(): void
}

/**
 * If the pointer decides, it decides once: a popup that jumped to another screen with every change could not be
 * clicked. It moves only when its display is unplugged.
 */
export function createPopupDisplay(
  displays: () => Displays,
  chosen: () => Settings['popupDisplay'],
): PopupDisplay {
  let held: number | null = null

  function now(): Screen {
    const there = displays()
    const wanted = popupDisplay(there, chosen())
    const stays = chosen() === 'pointer' ? there.all.find(({ id }) => id === held) : undefined
    const display = stays ?? wanted
    held = display.id
    return display
  }

  return {
    now,
    put(point) {
      held = displays().all.find(({ bounds }) => isInside(point, bounds))?.id ?? held
      return now()
    },
    free: () => void (held = null),
  }
}
