import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CORNERS, popupPlaces } from '../../../core/settings/screen-kinds.ts'
import type { Screen } from '../../../core/window/screens.ts'
import { droppedPlace, positionKey, popupBounds, popupDisplay } from './popup-position.ts'

const main: Screen = {
  id: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  scaleFactor: 1,
}
const side: Screen = {
  id: 2,
  bounds: { x: 1920, y: 0, width: 1280, height: 720 },
  workArea: { x: 1920, y: 0, width: 1280, height: 720 },
  scaleFactor: 1.5,
}
const both = { all: [main, side], primary: main, pointed: side }
const size = { width: 340, height: 150 }
const AS_SET = { place: undefined, corner: 'away' } as const

describe('the popup’s position', () => {
  it('is on the display with the pointer, the main one, or the chosen one', () => {
    expect(popupDisplay(both, 'pointer')).toBe(side)
    expect(popupDisplay(both, 'primary')).toBe(main)
    expect(popupDisplay(both, '2')).toBe(side)
  })

  it('is on the main display when the chosen one is gone', () => {
    expect(popupDisplay({ all: [main], primary: main, pointed: main }, '2')).toBe(main)
  })

  it('is in a corner, away from the system’s own notifications', () => {
    expect(popupBounds(side, size, AS_SET, 'win32')).toEqual({ x: 2844, y: 16, ...size })
    expect(popupBounds(main, size, AS_SET, 'darwin')).toEqual({ x: 1564, y: 874, ...size })
  })

  it('is where the user dragged it, stored per set of displays and their scale', () => {
    const bigger = { ...side, scaleFactor: 2 }
    const keys = [
      positionKey(both, side),
      positionKey(both, main),
      positionKey({ ...both, all: [main, bigger] }, bigger),
    ]
    expect(new Set(keys).size).toBe(3)
    expect(positionKey({ ...both, all: [side, main] }, side)).toBe(keys[0])
    expect(popupBounds(side, size, { ...AS_SET, place: { x: 10, y: 20 } }, 'win32')).toEqual({
      x: 1930,
      y: 20,
      ...size,
    })
  })

  it('is in a corner if it was released close to it, and there again after a restart', () => {
    for (const corner of CORNERS) {
      const there = popupBounds(side, size, { place: { corner }, corner: 'away' }, 'linux')
      const near = { ...there, x: there.x + 40, y: there.y - 40 }
      const place = droppedPlace(near, side)
      expect(place).toEqual({ corner })
      expect(popupPlaces.read({ a: place }, {})).toEqual({ ok: true, value: { a: place } })
      expect(popupBounds(side, size, { place: undefined, corner }, 'darwin')).toEqual(there)
    }
    expect(droppedPlace({ x: 2200, y: 300, ...size }, side)).toEqual({ x: 280, y: 300 })
  })

  it('is inside the work area, whatever was stored and however small the display', () => {
    const number = fc.integer({ min: -5000, max: 5000 })
    const extent = fc.integer({ min: 100, max: 3000 })
    fc.assert(
      fc.property(number, number, extent, extent, number, number, (x, y, width, height, left, top) => {
        const area = { x: left, y: top, width, height }
        const bounds = popupBounds({ ...main, workArea: area }, size, { ...AS_SET, place: { x, y } }, 'linux')
        expect(bounds.x).toBeGreaterThanOrEqual(left)
        expect(bounds.y).toBeGreaterThanOrEqual(top)
        expect(bounds.x + bounds.width).toBeLessThanOrEqual(left + width)
        expect(bounds.y + bounds.height).toBeLessThanOrEqual(top + height)
      }),
    )
  })
})
