import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rectangle } from './screens.ts'
import { openAround, stripBounds, STRIP_ROW, STRIP_WIDTH } from './strip-bounds.ts'

const area: Rectangle = { x: 0, y: 32, width: 1600, height: 868 }
const strip = { width: STRIP_WIDTH, height: STRIP_ROW }

describe('stripBounds', () => {
  it('is at the edge of the window that is nearer to the edge of the screen', () => {
    const high = { x: 100, y: 40, width: 392, height: 600 }
    const low = { x: 100, y: 290, width: 500, height: 600 }
    expect(stripBounds(high, null, STRIP_ROW, area)).toEqual({ ...strip, x: 100, y: 40 })
    expect(stripBounds(low, null, STRIP_ROW, area)).toEqual({ ...strip, x: 100, y: 834 })
  })

  it('grows by a row without moving its upper edge, unless the window ends there', () => {
    const open = { x: 100, y: 40, width: 392, height: 600 }
    const offset = { x: 0, y: 500 }
    expect(stripBounds(open, offset, STRIP_ROW, area).y).toBe(540)
    expect(stripBounds(open, offset, 2 * STRIP_ROW, area)).toMatchObject({ y: 528, height: 112 })
  })

  it('is as narrow as the window', () => {
    expect(stripBounds({ x: 0, y: 40, width: 360, height: 500 }, null, 56, area).width).toBe(360)
  })
})

const aRectangle = fc.record({
  x: fc.integer({ min: -500, max: 2_000 }),
  y: fc.integer({ min: -500, max: 2_000 }),
  width: fc.integer({ min: 360, max: 800 }),
  height: fc.integer({ min: 420, max: 868 }),
})
const anOffset = fc.option(
  fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) }),
)

it('the strip is always within the open window', () => {
  fc.assert(
    fc.property(aRectangle, anOffset, fc.integer({ min: 40, max: 400 }), (open, offset, height) => {
      const at = stripBounds(open, offset, height, area)
      expect(at.x).toBeGreaterThanOrEqual(open.x)
      expect(at.y).toBeGreaterThanOrEqual(open.y)
      expect(at.x + at.width).toBeLessThanOrEqual(open.x + open.width)
      expect(at.y + at.height).toBeLessThanOrEqual(open.y + open.height)
    }),
  )
})

it('a strip that was moved is there again after the window was open, which is on the screen', () => {
  fc.assert(
    fc.property(aRectangle, fc.integer({ min: 40, max: 200 }), (size, height) => {
      const moved = { x: size.x, y: size.y, width: Math.min(STRIP_WIDTH, size.width), height }
      const { bounds, offset } = openAround(moved, size, area)
      const again = stripBounds(bounds, offset, height, area)
      const inside = {
        ...moved,
        x: Math.max(area.x, Math.min(moved.x, area.x + area.width - moved.width)),
        y: Math.max(area.y, Math.min(moved.y, area.y + area.height - height)),
      }
      expect(again).toEqual(inside)
      expect(bounds.y).toBeGreaterThanOrEqual(area.y)
      expect(bounds.y + bounds.height).toBeLessThanOrEqual(area.y + area.height)
    }),
  )
})
