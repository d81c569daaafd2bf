import { EventEmitter } from 'node:events'
import type { Desktop } from '../desktop/desktop.ts'
import type { DisplayFace } from '../desktop/desktop-state.ts'
import { simulated } from '../simulated.ts'
import { createHostEvent } from './host-event.ts'

/** What is needed from a display to position a window. */
type HostDisplay = Pick<Electron.Display, 'id' | 'label' | 'bounds' | 'workArea' | 'scaleFactor'>

/** Electron's `screen`: the displays of the desktop page, which a tester connects and disconnects. */
export function createVisibleView(desktop: Desktop) {
  const screen = new VisibleView(desktop)
  let before = screen.getAllDisplays()
  desktop.subscribe((message) => {
    if (message.type !== 'viewport' && message.type !== 'displays') return
    const now = screen.getAllDisplays()
    tellChanges(screen, before, now)
    before = now
  })
  return simulated('screen', screen)
}

function tellChanges(
  screen: EventEmitter,
  before: readonly HostDisplay[],
  now: readonly HostDisplay[],
): void {
  const has = (all: readonly HostDisplay[], id: number): boolean => all.some((one) => one.id === id)
  for (const one of before.filter(({ id }) => !has(now, id)))
    screen.emit('display-removed', createHostEvent(), one)
  for (const one of now.filter(({ id }) => !has(before, id)))
    screen.emit('display-added', createHostEvent(), one)
  for (const one of now) {
    const old = before.find(({ id }) => id === one.id)
    const changed = old === undefined ? [] : METRICS.filter((name) => !same(one[name], old[name]))
    if (changed.length > 0) screen.emit('display-metrics-changed', createHostEvent(), one, changed)
  }
}

const METRICS = ['bounds', 'workArea', 'scaleFactor'] as const
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

class VisibleView extends EventEmitter {
  private readonly desktop: Desktop

  constructor(desktop: Desktop) {
    super()
    this.desktop = desktop
  }

  getAllDisplays(): HostDisplay[] {
    return this.desktop.displays().map(displayOf)
  }

  getPrimaryDisplay(): HostDisplay {
    return nearest(this.getAllDisplays(), { x: 0, y: 0 })
  }

  getDisplayNearestPoint(point: Electron.Point): HostDisplay {
    return nearest(this.getAllDisplays(), point)
  }

  getCursorScreenPoint(): Electron.Point {
    return { ...this.desktop.pointer() }
  }
}

const displayOf = ({ name: label, scale: scaleFactor, ...rest }: DisplayFace): HostDisplay =>
  simulated('Display', { ...rest, label, scaleFactor })

function nearest(displays: readonly HostDisplay[], { x, y }: Electron.Point): HostDisplay {
  const far = ({ bounds }: HostDisplay): number =>
    Math.hypot(outside(x, bounds.x, bounds.width), outside(y, bounds.y, bounds.height))
  return displays.reduce((best, one) => (far(one) < far(best) ? one : best))
}

/** How far `at` is outside an interval, whose end isn't part of it. */
const outside = (at: number, from: number, length: number): number =>
  Math.max(0, from - at, at - (from + length - 1))
