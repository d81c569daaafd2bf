import { bad, good, type SettingShape, type Verdict } from './setting.ts'
import type { Kind } from './setting-kinds.ts'

export const MAX_PLACES = 20 // screens, or sets of screens, that one computer encounters
const MAX_KEY_LENGTH = 500
const MAX_DIP = 100_000 // more than all screens next to each other

interface Point {
  readonly x: number
  readonly y: number
}

/** Where the window is on a screen, in DIP from the corner of its work area. */
export interface WindowPlace extends Point {
  readonly width: number
  readonly height: number
  /** Where the folded window is in the open one; null if the user hasn't moved it. */
  readonly strip: Point | null
}

export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const
export type Corner = (typeof CORNERS)[number]

/** Where the user dragged the popup to: a corner, or a point in DIP from the upper left one of the work area. */
export type PopupPlace = Point | { readonly corner: Corner }

/** A value for each screen or set of screens; only the last ones if there are many. */
const byScreens = <T>(
  read: (raw: unknown) => T | null,
): Kind<Readonly<Record<string, T>>, Extract<SettingShape, { kind: 'json' }>> => ({
  shape: { kind: 'json' },
  read(raw): Verdict<Readonly<Record<string, T>>> {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return bad('wrong-type')
    const result: [string, T][] = []
    for (const [screens, one] of Object.entries(raw).slice(-MAX_PLACES)) {
      const value = read(one)
      if (value === null || screens.length > MAX_KEY_LENGTH) return bad('out-of-range')
      result.push([screens, value])
    }
    return good(Object.fromEntries(result))
  },
})

export const popupPlaces = byScreens(readPopupPlace)

export const windowPlaces = byScreens(readPlace)

function readPoint(raw: unknown): Point | null {
  const x = readDip(raw, 'x')
  const y = readDip(raw, 'y')
  return x === null || y === null ? null : { x, y }
}

function readPopupPlace(raw: unknown): PopupPlace | null {
  const corner = CORNERS.find((one) => one === field(raw, 'corner'))
  return corner === undefined ? readPoint(raw) : { corner }
}

function readPlace(raw: unknown): WindowPlace | null {
  const point = readPoint(raw)
  const width = readDip(raw, 'width')
  const height = readDip(raw, 'height')
  if (point === null || width === null || height === null || width <= 0 || height <= 0) return null
  const rawStrip: unknown = field(raw, 'strip')
  const strip = rawStrip === null || rawStrip === undefined ? null : readPoint(rawStrip)
  // An unreadable offset loses nothing: the folded window is at its usual edge then.
  return { ...point, width, height, strip }
}

function readDip(raw: unknown, name: string): number | null {
  const value = field(raw, name)
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= MAX_DIP ? value : null
}

const field = (raw: unknown, name: string): unknown =>
  typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined
