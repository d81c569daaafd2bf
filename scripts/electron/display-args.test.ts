import { expect, it } from 'vitest'
import { displayArgs } from './display-args.ts'

const wayland = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' }

it('makes Electron use X11 if there is an X11 display, unless Wayland is requested', () => {
  expect(displayArgs('linux', { ...wayland, DISPLAY: ':0' })).toEqual(['--ozone-platform=x11'])
  expect(displayArgs('linux', { ...wayland, DISPLAY: ':0' }, true)).toEqual(['--wayland'])
  expect(displayArgs('linux', wayland)).toEqual([])
  for (const platform of ['win32', 'darwin'] as const)
    expect(displayArgs(platform, { DISPLAY: ':0' }, true)).toEqual([])
})
