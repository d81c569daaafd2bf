import { expect, it } from 'vitest'
import { displayArgs } from './display-args.ts'

const wayland = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' }

it('tells Electron to use X11 where there is a display of it, unless Wayland is wanted', () => {
  expect(displayArgs('linux', { ...wayland, DISPLAY: ':0' })).toEqual(['--ozone-platform=x11'])
  expect(displayArgs('linux', { ...wayland, DISPLAY: ':0' }, true)).toEqual(['--wayland'])
  expect(displayArgs('linux', wayland)).toEqual([])
  for (const platform of ['win32', 'darwin'] as const)
    expect(displayArgs(platform, { DISPLAY: ':0' }, true)).toEqual([])
})
