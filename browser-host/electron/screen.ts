import { EventEmitter } from 'node:events'
import type { Desktop } from '../desktop/desktop.ts'
import { MENU_BAR_HEIGHT } from '../desktop/desktop.ts'
import type { Rectangle } from '../desktop/desktop-state.ts'
import { played } from '../played.ts'
import { createHostEvent } from './host-event.ts'

/** What a window's placing needs of a display. */
interface HostDisplay {
  readonly id: number
  readonly label: string
  readonly bounds: Rectangle
  readonly workArea: Rectangle
  readonly size: Electron.Size
  readonly workAreaSize: Electron.Size
  readonly scaleFactor: number
}

/** Electron's `screen`: one display, as large as the desktop page. */
export function createScreen(desktop: Desktop) {
  const screen = new Screen(desktop)
  desktop.subscribe((message) => {
    if (message.type === 'viewport')
      screen.emit('display-metrics-changed', createHostEvent(), screen.getPrimaryDisplay(), [
        'bounds',
        'workArea',
      ])
  })
  return played('screen', screen)
}

class Screen extends EventEmitter implements Pick<Electron.Screen, 'getCursorScreenPoint'> {
  private readonly desktop: Desktop

  constructor(desktop: Desktop) {
    super()
    this.desktop = desktop
  }

  getPrimaryDisplay(): HostDisplay {
    const bounds = this.desktop.screen()
    const workArea = { ...bounds, y: MENU_BAR_HEIGHT, height: bounds.height - MENU_BAR_HEIGHT }
    return played('Display', {
      id: 1,
      label: 'Desktop page',
      bounds,
      workArea,
      size: sizeOf(bounds),
      workAreaSize: sizeOf(workArea),
      scaleFactor: 1,
    })
  }

  getAllDisplays(): HostDisplay[] {
    return [this.getPrimaryDisplay()]
  }

  getDisplayNearestPoint(): HostDisplay {
    return this.getPrimaryDisplay()
  }

  getDisplayMatching(): HostDisplay {
    return this.getPrimaryDisplay()
  }

  getCursorScreenPoint(): Electron.Point {
    return { ...this.desktop.pointer() }
  }
}

const sizeOf = ({ width, height }: Rectangle): Electron.Size => ({ width, height })
