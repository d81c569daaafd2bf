import { describe, expect, it } from 'vitest'
import { relaunchOptions } from './relaunch-options.ts'
import { BY_X11, wantsX11 } from './wants-x11.ts'

const wayland = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }
const wants = (argv: readonly string[], env: Record<string, string> = wayland, platform = 'linux' as const) =>
  wantsX11({ platform, env, argv: ['/opt/Ringside/ringside', ...argv] })

describe('a start in a Wayland session', () => {
  it('uses X11 if the session has XWayland', () => {
    expect(wants([])).toBe(true)
    expect(wants(['--demo', '--hidden'])).toBe(true)
  })

  it('uses Wayland if that was requested, if there is no XWayland, or after a restart', () => {
    for (const flag of ['--wayland', '--ozone-platform=wayland', BY_X11])
      expect(wants([flag]), flag).toBe(false)
    expect(wants([], { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' })).toBe(false)
    expect(wants([], { ...wayland, DISPLAY: '' })).toBe(false)
  })

  it('changes nothing in X11 sessions and on other systems', () => {
    expect(wants([], { DISPLAY: ':0', XDG_SESSION_TYPE: 'x11' })).toBe(false)
    expect(wantsX11({ platform: 'win32', env: wayland, argv: [] })).toBe(false)
  })

  it('requests X11 only once', () => {
    const argv = ['/opt/Ringside/ringside', '--demo']
    const { args } = relaunchOptions(argv, wayland, BY_X11)
    expect(args).toEqual(['--demo', BY_X11])
    expect(wants(args)).toBe(false)
  })
})

describe('the command line of a program that restarts itself', () => {
  it('contains the new flag once', () => {
    const argv = ['ringside', '--restarted-at=1', '--demo']
    expect(relaunchOptions(argv, {}, '--restarted-at=2')).toEqual({ args: ['--demo', '--restarted-at=2'] })
  })

  it('names the AppImage, not its unpacked files', () => {
    const env = { APPIMAGE: '/home/dana/Ringside.AppImage' }
    expect(relaunchOptions(['/tmp/.mount/ringside'], env, BY_X11)).toEqual({
      args: [BY_X11],
      execPath: '/home/dana/Ringside.AppImage',
    })
  })
})
