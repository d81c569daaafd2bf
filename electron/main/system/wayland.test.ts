import { expect, it } from 'vitest'
import { isWaylandProgram } from './wayland.ts'

const wayland = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' }
const x11 = { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }

it.each([
  ['x11', x11, ''],
  ['x11', {}, ''],
  ['x11', x11, 'x11'],
  ['x11', { ...wayland, DISPLAY: ':0' }, 'x11'],
  ['wayland', { ...wayland, DISPLAY: ':0' }, ''],
  ['wayland', wayland, ''],
  ['wayland', { ...wayland, DISPLAY: ':0' }, 'wayland'],
  // A compositor that was started inside another session.
  ['wayland', x11, 'wayland'],
  ['wayland', {}, 'wayland'],
] as const)('a Linux program is shown by %s', (display, env, ozonePlatform) => {
  expect(isWaylandProgram({ platform: 'linux', env, ozonePlatform })).toBe(display === 'wayland')
})

it('doesn’t apply to other systems', () => {
  expect(isWaylandProgram({ platform: 'win32', env: wayland, ozonePlatform: '' })).toBe(false)
  expect(isWaylandProgram({ platform: 'win32', env: wayland, ozonePlatform: 'wayland' })).toBe(false)
})
