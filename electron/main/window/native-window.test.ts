import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createNativePopup, createNativeWindow } from './native-window.ts'

interface Made {
  options: Readonly<Record<string, unknown>>
  calls: unknown[][]
  udp: string[]
}

const electron = vi.hoisted((): Made => ({ options: {}, calls: [], udp: [] }))

vi.mock('electron/main', () => ({
  BrowserWindow: class {
    constructor(options: Record<string, unknown>) {
      electron.options = options
    }
    readonly webContents = {
      setWebRTCIPHandlingPolicy: (policy: string) => void electron.udp.push(policy),
    }
    setAlwaysOnTop(...args: unknown[]): void {
      electron.calls.push(['setAlwaysOnTop', ...args])
    }
    setVisibleOnAllWorkspaces(...args: unknown[]): void {
      electron.calls.push(['setVisibleOnAllWorkspaces', ...args])
    }
  },
  app: { isPackaged: true },
  screen: {},
}))

const options = { built: '/b', resources: '/r', title: 't' }
const SIZE = { width: 500, height: 300 }
const onPlatform = (platform: NodeJS.Platform): void =>
  void vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)

describe('the ring popup’s window', () => {
  beforeEach(() => void (electron.calls.length = 0))

  it.each(['win32', 'linux', 'darwin'] as const)(
    'can’t have the focus, nor a taskbar entry: %s',
    (platform) => {
      onPlatform(platform)
      createNativePopup(options)
      expect(electron.options).toMatchObject({
        focusable: false,
        skipTaskbar: true,
        show: false,
        frame: false,
      })
      expect(electron.options['type']).toBe(platform === 'darwin' ? 'panel' : undefined)
    },
  )

  it('is above all others, including full screens, on every desktop', () => {
    createNativePopup(options)
    expect(electron.options).toMatchObject({ alwaysOnTop: true })
    expect(electron.calls).toEqual([
      ['setAlwaysOnTop', true, 'screen-saver'],
      ['setVisibleOnAllWorkspaces', true, { visibleOnFullScreen: true, skipTransformProcessType: true }],
    ])
  })

  it('sends no UDP, like the tray’s window: a page’s content security policy doesn’t cover WebRTC', () => {
    electron.udp.length = 0
    createNativePopup(options)
    createNativeWindow(options, SIZE)
    expect(electron.udp).toEqual(['disable_non_proxied_udp', 'disable_non_proxied_udp'])
  })

  it('is created hidden, like the tray’s window: nothing shows before it has painted', () => {
    createNativeWindow(options, SIZE)
    expect(electron.options).toMatchObject({ show: false, skipTaskbar: true })
  })

  it('has its size from the start, within limits that allow it: under Wayland it can’t be set later', () => {
    createNativeWindow(options, SIZE)
    expect(electron.options).toMatchObject({ ...SIZE, minWidth: 360, minHeight: 300, maxWidth: 800 })
    expect(electron.options).not.toHaveProperty('resizable')
  })
})
