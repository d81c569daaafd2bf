import { describe, expect, it } from 'vitest'
import { displaysOn, ONE_DISPLAY } from './displays.ts'

const page = { x: 0, y: 0, width: 1281, height: 800 }
const ids = new Map([
  ['Laptop', 1],
  ['Wall', 2],
])
const idOf = (name: string): number => ids.get(name) ?? 9

describe('the displays of the desktop page', () => {
  it('are one as large as the page, below its menu bar', () => {
    expect(displaysOn(page, ONE_DISPLAY, idOf)).toEqual([
      {
        id: 9,
        name: 'Desktop page',
        scale: 1,
        bounds: page,
        workArea: { x: 0, y: 32, width: 1281, height: 768 },
      },
    ])
  })

  it('are next to each other without a gap, each with a separate scale and bar', () => {
    const plugged = [
      { name: 'Laptop', scale: 1.5, bar: 0 },
      { name: 'Wall', scale: 1, bar: 48 },
    ]
    const [laptop, wall] = displaysOn(page, plugged, idOf)
    expect([laptop?.id, laptop?.scale, laptop?.bounds]).toEqual([
      1,
      1.5,
      { x: 0, y: 0, width: 640, height: 800 },
    ])
    expect([wall?.id, wall?.bounds, wall?.workArea]).toEqual([
      2,
      { x: 640, y: 0, width: 641, height: 800 },
      { x: 640, y: 32, width: 641, height: 720 },
    ])
  })
})
