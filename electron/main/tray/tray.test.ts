import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions } from 'electron/main'
import { describe, expect, it } from 'vitest'
import type { TrayAction, TrayItem, TrayView } from '../../../core/alerts/tray.ts'
import { createTray, iconPath, menuTemplate } from './tray.ts'
import type { NativeTray } from './tray.ts'

class FakeTray extends EventEmitter {
  did: string[] = []
  bounds = { x: 0, y: 0, width: 0, height: 0 }
  setImage = (image: string): void => void this.did.push(`image ${image}`)
  setToolTip = (text: string): void => void this.did.push(`tooltip ${text}`)
  setContextMenu = (): void => void this.did.push('menu')
  popUpContextMenu = (): void => void this.did.push('pop up')
  getBounds = () => this.bounds
  destroy(): void {
    this.did.push('destroy')
    this.removeAllListeners()
  }
}

const idle: TrayView = {
  icon: 'idle',
  tooltip: 'no calls',
  menu: [{ kind: 'entry', label: 'Open', action: { do: 'open' } }],
}

function setUp(platform: NodeJS.Platform = 'linux') {
  const fake = new FakeTray()
  const acted: (TrayAction | 'click')[] = []
  const made: unknown[] = []
  const tray = createTray({
    create: (image) => {
      made.push(image)
      return fake as unknown as NativeTray
    },
    image: (icon) => icon,
    buildMenu: (items) => items as unknown as Electron.Menu,
    platform,
    onFailed: () => undefined,
  })
  tray.onAction((action) => acted.push(action))
  tray.onClick(() => acted.push('click'))
  return { tray, fake, acted, made }
}

describe('createTray', () => {
  it('does not stop watching if the system takes no icon, and retries with the next change', () => {
    const fake = new FakeTray()
    let refusals = 0
    const tray = createTray({
      create() {
        if (refusals === 0) throw new Error('no tray')
        return fake as unknown as NativeTray
      },
      image: (icon) => icon,
      buildMenu: (items) => items as unknown as Electron.Menu,
      platform: 'linux',
      onFailed: () => (refusals += 1),
    })
    tray.render(idle)
    expect([refusals, fake.did]).toEqual([1, []])
    tray.render({ ...idle, icon: 'ringing' })
    expect([refusals, fake.did]).toEqual([1, ['tooltip no calls', 'menu']])
  })

  it('appears with its first view and ignores an equal one', () => {
    const { tray, fake, made } = setUp()
    tray.render(idle)
    tray.render(structuredClone(idle))
    expect(made).toEqual(['idle'])
    expect(fake.did).toEqual(['tooltip no calls', 'menu'])
  })

  it('changes the image only when the icon changes, and sets the menu after every change', () => {
    const { tray, fake } = setUp()
    tray.render(idle)
    fake.did = []
    tray.render({ ...idle, tooltip: 'paused' })
    expect(fake.did).toEqual(['tooltip paused', 'menu'])
    fake.did = []
    tray.render({ ...idle, icon: 'ringing', tooltip: 'ringing' })
    expect(fake.did).toEqual(['image ringing', 'tooltip ringing', 'menu'])
  })

  it('opens the window on a click', () => {
    const { tray, fake, acted } = setUp()
    tray.render(idle)
    fake.emit('click')
    expect(acted).toEqual(['click'])
  })

  it('opens the window on left click on macOS, and the menu on right click', () => {
    const { tray, fake } = setUp('darwin')
    tray.render(idle)
    expect(fake.did).toEqual(['tooltip no calls'])
    fake.emit('right-click')
    expect(fake.did).toEqual(['tooltip no calls', 'pop up'])
  })

  it('reports no position if the system gives none', () => {
    const { tray, fake } = setUp()
    expect(tray.bounds()).toBeNull()
    tray.render(idle)
    expect(tray.bounds()).toBeNull()
    fake.bounds = { x: 5, y: 0, width: 24, height: 24 }
    expect(tray.bounds()).toEqual(fake.bounds)
  })

  // From Chromium's source: an icon created before the desktop shows any is never shown by it.
  it('is created again with its current state, and responds as before', () => {
    const { tray, fake, acted, made } = setUp()
    tray.renew()
    expect(made).toEqual([])
    tray.render(idle)
    tray.render({ ...idle, icon: 'ringing' })
    fake.did = []
    tray.renew()
    expect([made, fake.did]).toEqual([
      ['idle', 'ringing'],
      ['destroy', 'tooltip no calls', 'menu'],
    ])
    fake.emit('click')
    expect(acted).toEqual(['click'])
  })

  it('disappears at the end', () => {
    const { tray, fake } = setUp()
    tray.render(idle)
    tray.end()
    expect(fake.did.at(-1)).toBe('destroy')
  })
})

describe('menuTemplate', () => {
  it('returns entries that act, lines to read, and submenus', () => {
    const acted: TrayAction[] = []
    const copy: TrayAction = { do: 'copy', call: 'S/1', what: 'number' }
    const [read, line, sub] = menuTemplate(
      [
        { kind: 'entry', label: 'Smith & Sons', action: null },
        { kind: 'line' },
        { kind: 'submenu', label: 'Call', items: [{ kind: 'entry', label: 'Copy', action: copy }] },
      ],
      (action) => acted.push(action),
    )
    expect(read).toEqual({ label: 'Smith && Sons', enabled: false })
    expect(line).toEqual({ type: 'separator' })
    const [entry] = sub!.submenu as MenuItemConstructorOptions[]
    ;(entry!.click as () => void)()
    expect(acted).toEqual([copy])
  })

  // From reports of an & that disappears from a menu label.
  it('shows every ampersand, in submenus and their entries too', () => {
    const entry = (label: string): TrayItem => ({ kind: 'entry', label, action: { do: 'open' } })
    const items = [entry('Copy name: Smith & Sons'), entry('A&&B')]
    expect(menuTemplate([{ kind: 'submenu', label: 'Ringing: R&D', items }], () => undefined)).toMatchObject([
      { label: 'Ringing: R&&D', submenu: [{ label: 'Copy name: Smith && Sons' }, { label: 'A&&&&B' }] },
    ])
  })
})

it('names the kind of icon that each system takes', () => {
  expect(iconPath('/r', 'ringing', 'linux')).toBe('/r/tray/ringing.png')
  expect(iconPath('/r', 'ringing', 'darwin')).toBe('/r/tray/ringingTemplate.png')
  expect(iconPath('/r', 'ringing', 'win32')).toBe('/r/tray/ringing.ico')
})
