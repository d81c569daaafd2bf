import { describe, expect, it } from 'vitest'
import { type Machine, whyNotElectron } from './why-not-electron.ts'

const DESKTOP: Machine = { platform: 'linux', uid: 1000, env: { DISPLAY: ':0' }, namespaces: 'free' }

describe('whether Electron can run', () => {
  it.each<[name: string, machine: Partial<Machine>, missing: RegExp | null, installed: RegExp | null]>([
    ['on a Linux desktop', {}, null, null],
    ['on Wayland alone', { env: { WAYLAND_DISPLAY: 'wayland-0' } }, null, null],
    ['without a display', { env: {} }, /no display/, /no display/],
    ['with empty displays', { env: { DISPLAY: '', WAYLAND_DISPLAY: '' } }, /no display/, /no display/],
    ['as root', { uid: 0 }, /as root/, /as root/],
    ['as root without a display', { uid: 0, env: {} }, /no display/, /no display/],
    ['with restricted namespaces', { namespaces: 'restricted' }, /userns/, null],
    ['on macOS as root', { platform: 'darwin', uid: 0, env: {} }, null, null],
    ['on Windows', { platform: 'win32', uid: null, env: {} }, null, null],
  ])('%s', (_, machine, missing, installed) => {
    const why = (runtime: 'missing' | 'installed') => whyNotElectron({ ...DESKTOP, ...machine }, runtime)
    if (missing === null) expect(why('missing')).toBeNull()
    else expect(why('missing')).toMatch(missing)
    if (installed === null) expect(why('installed')).toBeNull()
    else expect(why('installed')).toMatch(installed)
  })
})
