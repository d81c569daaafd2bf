import { describe, expect, it } from 'vitest'
import { windowPosition } from './window-position.ts'

const size = { width: 392, height: 600 }
const workArea = { x: 0, y: 25, width: 1440, height: 815 }
const cursor = { x: 10, y: 10 }

describe('windowPosition', () => {
  it('is below an icon in a bar at the top, centred on it', () => {
    expect(windowPosition({ size, cursor, workArea, tray: { x: 700, y: 0, width: 24, height: 25 } })).toEqual(
      {
        x: 516,
        y: 33,
      },
    )
  })

  it('is above an icon in a bar at the bottom', () => {
    const area = { x: 0, y: 0, width: 1920, height: 1040 }
    const tray = { x: 1500, y: 1048, width: 24, height: 24 }
    expect(windowPosition({ size, cursor, workArea: area, tray })).toEqual({ x: 1316, y: 432 })
  })

  it('is to the right of a bar at the left edge', () => {
    const area = { x: 60, y: 0, width: 1860, height: 1080 }
    expect(
      windowPosition({ size, cursor, workArea: area, tray: { x: 10, y: 900, width: 40, height: 40 } }),
    ).toEqual({ x: 68, y: 480 })
  })

  it('is to the left of a bar at the right edge', () => {
    const area = { x: 0, y: 0, width: 1860, height: 1080 }
    const tray = { x: 1870, y: 300, width: 40, height: 40 }
    expect(windowPosition({ size, cursor, workArea: area, tray })).toEqual({ x: 1460, y: 20 })
  })

  it('stays inside the work area when the icon is at its edge', () => {
    const tray = { x: 1430, y: 0, width: 24, height: 25 }
    expect(windowPosition({ size, cursor, workArea, tray })).toEqual({ x: 1048, y: 33 })
  })

  it('uses the corner nearest to the cursor if the tray reports no position', () => {
    const positionAt = (x: number, y: number) =>
      windowPosition({ size, tray: null, cursor: { x, y }, workArea })
    expect(positionAt(1400, 20)).toEqual({ x: 1040, y: 33 })
    expect(positionAt(20, 830)).toEqual({ x: 8, y: 232 })
  })

  it('follows the cursor to a display left of the first one', () => {
    const area = { x: -1920, y: 0, width: 1920, height: 1040 }
    expect(windowPosition({ size, tray: null, cursor: { x: -100, y: 900 }, workArea: area })).toEqual({
      x: -400,
      y: 432,
    })
  })

  it('has its top left within reach on a display smaller than itself', () => {
    const area = { x: 0, y: 0, width: 320, height: 400 }
    expect(windowPosition({ size, tray: null, cursor, workArea: area })).toEqual({ x: 0, y: 0 })
  })
})
