import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInside, screenKey, type Rectangle, type Screen } from './screens.ts'
import {
  boundsOf,
  lastPlace,
  placeOn,
  windowBounds,
  WINDOW_LIMITS,
  WINDOW_SIZE,
  withPlace,
} from './window-bounds.ts'
import { windowPlaces } from '../settings/screen-kinds.ts'

const laptop: Screen = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1440, height: 900 },
  workArea: { x: 0, y: 25, width: 1440, height: 875 },
  scaleFactor: 2,
}
const wall: Screen = {
  id: 2,
  bounds: { x: 1440, y: -200, width: 2560, height: 1440 },
  workArea: { x: 1440, y: -200, width: 2560, height: 1400 },
  scaleFactor: 1,
}
const both = [laptop, wall]
const cursor = { x: 700, y: 800 }
const ask = { places: {}, screens: both, pinned: true, tray: null, cursor }

const keep = (bounds: Rectangle, screens = both, places = {}) => withPlace(places, bounds, null, screens, 20)

describe('windowBounds', () => {
  it('is next to the tray in the designed size until something was stored', () => {
    expect(windowBounds(ask)).toEqual({ ...WINDOW_SIZE, x: 8, y: 292 })
  })

  it('is where a pinned window was, on the screen where it was last', () => {
    const onWall = { x: 1600, y: 300, width: 500, height: 700 }
    const places = keep(onWall, both, keep({ x: 10, y: 40, width: 400, height: 600 }))
    expect(windowBounds({ ...ask, places })).toEqual(onWall)
  })

  it('is on the other screen while that one is gone, and back on it afterwards', () => {
    const onLaptop = { x: 10, y: 40, width: 400, height: 600 }
    const onWall = { x: 3400, y: 300, width: 500, height: 700 }
    const places = keep(onWall, both, keep(onLaptop))
    expect(windowBounds({ ...ask, places, screens: [laptop] })).toEqual(onLaptop)
    expect(windowBounds({ ...ask, places })).toEqual(onWall)
  })

  it('has its last size next to the tray while it isn’t pinned', () => {
    const places = keep({ x: 500, y: 100, width: 520, height: 700 }, [laptop])
    const tray = { x: 700, y: 0, width: 24, height: 25 }
    const bounds = windowBounds({ ...ask, places, screens: [laptop], pinned: false, tray })
    expect(bounds).toEqual({ x: 452, y: 33, width: 520, height: 700 })
  })

  it('is found again at another scale, and under another ID with the same bounds', () => {
    const places = keep({ x: 100, y: 125, width: 400, height: 600 }, [laptop])
    const scaled: Screen = {
      ...laptop,
      scaleFactor: 1,
      bounds: { ...laptop.bounds, width: 2880, height: 1800 },
    }
    expect(placeOn(places, scaled)).toMatchObject({ x: 100, y: 100 })
    expect(placeOn(places, { ...laptop, id: 77 })).toMatchObject({ x: 100, y: 100 })
    expect(placeOn(places, wall)).toBeNull()
    expect(lastPlace(places, [wall])).toBeNull()
  })
})

const anInt = fc.integer({ min: -5_000, max: 5_000 })
const aRectangle = fc.record({
  x: anInt,
  y: anInt,
  width: fc.integer({ min: 1, max: 4_000 }),
  height: fc.integer({ min: 1, max: 4_000 }),
})
const aScreen = (id: number) =>
  fc
    .record({
      x: anInt,
      y: anInt,
      width: fc.integer({ min: 640, max: 4_000 }),
      height: fc.integer({ min: 480, max: 3_000 }),
      bar: fc.integer({ min: 0, max: 80 }),
      scaleFactor: fc.constantFrom(1, 1.25, 1.5, 2),
    })
    .map(({ bar, scaleFactor, ...bounds }): Screen => ({
      id,
      bounds,
      scaleFactor,
      workArea: { ...bounds, y: bounds.y + bar, height: bounds.height - bar },
    }))
const someScreens = fc
  .uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 })
  .chain((ids) => fc.tuple(...ids.map(aScreen)))

const contains = (area: Rectangle, { x, y, width, height }: Rectangle): boolean =>
  isInside({ x, y }, area) && x + width <= area.x + area.width && y + height <= area.y + area.height

it('it is always completely in the work area of a connected screen, whatever was stored', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(someScreens, aRectangle), { maxLength: 5 }),
      someScreens,
      fc.boolean(),
      fc.option(aRectangle),
      fc.record({ x: anInt, y: anInt }),
      (stored, screens, pinned, tray, pointer) => {
        const places = stored.reduce<ReturnType<typeof withPlace>>(
          (before, [at, bounds]) => withPlace(before, bounds, null, at, 20),
          {},
        )
        const bounds = windowBounds({ places, screens, pinned, tray, cursor: pointer })
        expect(screens.some(({ workArea }) => contains(workArea, bounds))).toBe(true)
        expect(bounds.width).toBeLessThanOrEqual(WINDOW_LIMITS.most.width)
        expect(bounds.height).toBeLessThanOrEqual(WINDOW_LIMITS.most.height)
      },
    ),
  )
})

it('what is stored is found again, through the reader of the settings file', () => {
  fc.assert(
    fc.property(someScreens, aRectangle, (screens, wanted) => {
      const [screen] = screens
      if (screen === undefined) return
      const bounds = boundsOf({ ...wanted, strip: null }, screen)
      const read = windowPlaces.read(
        JSON.parse(JSON.stringify(withPlace({}, bounds, null, [screen], 20))),
        {},
      )
      expect(read.ok).toBe(true)
      if (!read.ok) return
      expect(
        windowBounds({ places: read.value, screens: [screen], pinned: true, tray: null, cursor }),
      ).toEqual(bounds)
      expect(Object.keys(read.value)).toEqual([screenKey(screen)])
    }),
  )
})

it.each([
  null,
  3,
  [],
  { a: 1 },
  { a: { x: 1, y: 2, width: 0, height: 5 } },
  { a: { x: 1e300, y: 2, width: 1, height: 5 } },
])('a stored value that isn’t a place is refused: %j', (raw) =>
  expect(windowPlaces.read(raw, {}).ok).toBe(false),
)

it('a stored place without a readable offset for the strip is a place without one', () => {
  const place = { x: 1, y: 2, width: 400, height: 500 }
  expect(windowPlaces.read({ a: { ...place, strip: 'x' }, b: place }, {})).toEqual({
    ok: true,
    value: { a: { ...place, strip: null }, b: { ...place, strip: null } },
  })
})
