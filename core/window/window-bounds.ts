import type { WindowPlace } from '../settings/screen-kinds.ts'
import { movedInside, screenKey, screenOf } from './screens.ts'
import type { Point, Rectangle, Screen, Size } from './screens.ts'
import { windowPosition } from './window-position.ts'

/** The size for which the window was designed. */
export const WINDOW_SIZE: Size = { width: 392, height: 600 }

/** How far it can be resized: a card with large text still fits, and it remains a companion beside other windows. */
export const WINDOW_LIMITS: { readonly least: Size; readonly most: Size } = {
  least: { width: 360, height: 420 },
  most: { width: 800, height: 1_400 },
}

export type WindowPlaces = Readonly<Record<string, WindowPlace>>

export interface BoundsInput {
  /** By `screenKey`, the latest last. */
  readonly places: WindowPlaces
  readonly screens: readonly Screen[]
  /** A window that isn't pinned appears next to the tray, in its last size. */
  readonly pinned: boolean
  /** The tray icon's bounds; null if the system doesn't report them. */
  readonly tray: Rectangle | null
  readonly cursor: Point
}

/** Where the window appears, in DIP: always inside the work area of a screen that is connected. */
export function windowBounds({ places, screens, pinned, tray, cursor }: BoundsInput): Rectangle {
  const last = pinned ? lastPlace(places, screens) : null
  if (last !== null) return boundsOf(last.place, last.screen)
  const screen = screenOf(tray ?? { ...cursor, width: 1, height: 1 }, screens)
  const { workArea } = screen
  const size = fitted(placeOn(places, screen) ?? latest(places) ?? WINDOW_SIZE, workArea)
  return { ...windowPosition({ size, tray, cursor, workArea }), ...size }
}

/** The place stored for this screen, at this or another scale, or for one with the same bounds; null for none. */
export function placeOn(places: WindowPlaces, screen: Screen): WindowPlace | null {
  const exact = places[screenKey(screen)]
  if (exact !== undefined) return exact
  const { width, height } = screen.bounds
  const stored = Object.entries(places)
  const alike =
    stored.findLast(([key]) => key.startsWith(`${screen.id}:`)) ??
    // A system may give a screen another ID when it is connected again.
    stored.findLast(([key]) => key.includes(`:${width}x${height}@`))
  return alike?.[1] ?? null
}

/** The latest place whose screen is connected, with that screen. */
export function lastPlace(
  places: WindowPlaces,
  screens: readonly Screen[],
): { readonly place: WindowPlace; readonly screen: Screen } | null {
  const exact = Object.entries(places).flatMap(([key, place]) => {
    const screen = screens.find((one) => screenKey(one) === key)
    return screen === undefined ? [] : [{ place, screen }]
  })
  const alike = screens.flatMap((screen) => {
    const place = placeOn(places, screen)
    return place === null ? [] : [{ place, screen }]
  })
  return exact.at(-1) ?? alike[0] ?? null
}

/** A stored place on a screen, as bounds in its work area and within the limits. */
export function boundsOf(place: WindowPlace, { workArea }: Screen): Rectangle {
  const size = fitted(place, workArea)
  return movedInside({ x: workArea.x + place.x, y: workArea.y + place.y, ...size }, workArea)
}

/** The places with the window's current bounds as the latest, for the screen that it is on. At most `most` remain. */
export function withPlace(
  places: WindowPlaces,
  bounds: Rectangle,
  strip: Point | null,
  screens: readonly Screen[],
  most: number,
): WindowPlaces {
  const screen = screenOf(bounds, screens)
  const key = screenKey(screen)
  const place: WindowPlace = {
    x: Math.round(bounds.x - screen.workArea.x),
    y: Math.round(bounds.y - screen.workArea.y),
    width: Math.round(bounds.width),
    height: Math.round(bounds.height),
    strip: strip === null ? null : { x: Math.round(strip.x), y: Math.round(strip.y) },
  }
  const others = Object.entries(places).filter(([known]) => known !== key)
  return Object.fromEntries([...others, [key, place] as const].slice(-most))
}

const latest = (places: WindowPlaces): WindowPlace | null => Object.values(places).at(-1) ?? null

/** Within the limits, and no larger than the work area. */
function fitted({ width, height }: Size, area: Size): Size {
  const { least, most } = WINDOW_LIMITS
  return {
    width: Math.min(Math.max(width, least.width), most.width, area.width),
    height: Math.min(Math.max(height, least.height), most.height, area.height),
  }
}
