import type { Point } from 'electron/main'
import type { Settings } from '../../../core/settings/settings.ts'
import { popupDisplay, type DisplayFace, type Displays } from './popup-position.ts'

/** Which display the popup is on while it shows. */
export interface PopupScreen {
  now(): DisplayFace
  /** The user dragged it to this point. */
  put(point: Point): DisplayFace
  /** It is gone: the next one appears where the pointer is then. */
  free(): void
}

/**
 * If the pointer decides, it decides once: a popup that jumped to another screen with every change could not be
 * clicked. It moves only when its display is unplugged.
 */
export function createPopupScreen(
  displays: () => Displays,
  chosen: () => Settings['popupDisplay'],
): PopupScreen {
  let held: number | null = null

  function now(): DisplayFace {
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
      held = displays().all.find(({ bounds }) => isWithin(point, bounds))?.id ?? held
      return now()
    },
    free: () => void (held = null),
  }
}

const isWithin = ({ x, y }: Point, area: DisplayFace['bounds']): boolean =>
  x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height
