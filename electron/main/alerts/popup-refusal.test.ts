import { describe, expect, it } from 'vitest'
import { popupRefusal } from './popup-refusal.ts'

const session = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' }

describe('popupRefusal', () => {
  it('reports no popup in a Wayland session, or when Wayland is requested', () => {
    expect(popupRefusal('linux', session, '')).toBe('wayland')
    expect(popupRefusal('linux', {}, 'wayland')).toBe('wayland')
  })

  it('allows one under X11, also within Wayland, and on every other system', () => {
    expect(popupRefusal('linux', { XDG_SESSION_TYPE: 'x11' }, '')).toBeNull()
    expect(popupRefusal('linux', session, 'x11')).toBeNull()
    expect(popupRefusal('win32', session, '')).toBeNull()
  })
})
