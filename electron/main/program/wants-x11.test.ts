import { describe, expect, it } from 'vitest'
import { relaunchOptions } from './relaunch-options.ts'
import { BY_X11, wantsX11 } from './wants-x11.ts'

const wayland = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }
const wants = (argv: readonly string[], env: Record<string, string> = wayland, platform = 'linux' as const) =>
  wantsX11({ platform, env, argv: ['/opt/Ringside/ringside', ...argv] })

describe('a start in a Wayland session', () => {
  it('is one by X11 where the session has XWayland', () => {
    expect(wants([])).toBe(true)
    expect(wants(['--demo', '--hidden'])).toBe(true)
  })

  it('is one by Wayland where it was wanted, where there is no XWayland, or after it was started again', () => {
    for (const flag of ['--wayland', '--ozone-platform=wayland', BY_X11])
      expect(wants([flag]), flag).toBe(false)
    expect(wants([], { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' })).toBe(false)
    expect(wants([], { ...wayland, DISPLAY: '' })).toBe(false)
  })

  it('is nothing of X11 sessions and other systems', () => {
    expect(wants([], { DISPLAY: ':0', XDG_SESSION_TYPE: 'x11' })).toBe(false)
    expect(wantsX11({ platform: 'win32', env: wayland, argv: [] })).toBe(false)
  })

  it('is never asked for twice', () => {
    const argv = ['/opt/Ringside/ringside', '--demo']
    const { args } = relaunchOptions(argv, wayland, BY_X11)
    expect(args).toEqual(['--demo', BY_X11])
    expect(wants(args)).toBe(false)
  })
})

describe('the command line of a program that starts itself again', () => {
  it('has the new word once', () => {
    const argv = ['ringside', '--restarted-at=1', '--demo']
    expect(relaunchOptions(argv, {}, '--restarted-at=2')).toEqual({ args: ['--demo', '--restarted-at=2'] })
  })

  it('is an AppImage’s own, not of what it unpacked', () => {
    const env = { APPIMAGE: '/home/dana/Ringside.AppImage' }
    expect(relaunchOptions(['/tmp/.mount/ringside'], env, BY_X11)).toEqual({
      args: [BY_X11],
      execPath: '/home/dana/Ringside.AppImage',
    })
  })
})
