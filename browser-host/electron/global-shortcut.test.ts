import { describe, expect, it } from 'vitest'
import { createDesktop } from '../desktop/desktop.ts'
import { SYSTEMS, type SystemName } from '../simulated-system.ts'
import { createGlobalShortcut } from './global-shortcut.ts'

function aKeyboard(as: SystemName = 'linux') {
  const desktop = createDesktop('Ringside')
  const person = desktop.open({ send: () => undefined })
  const shortcut = createGlobalShortcut(desktop, SYSTEMS[as])
  const pressed: string[] = []
  const register = (accelerator: string): boolean =>
    shortcut.register(accelerator, () => pressed.push(accelerator))
  const press = (accelerator: string): void => person.hear({ type: 'global-key', accelerator })
  return { desktop, person, shortcut, pressed, register, press }
}

describe('simulated global shortcuts', () => {
  it('are pressed on the desktop, but not after they were unregistered', () => {
    const { shortcut, pressed, register, press } = aKeyboard()
    expect(register('Control+Alt+R')).toBe(true)
    press('Control+Alt+R')
    shortcut.unregister('Ctrl+Alt+R')
    press('Control+Alt+R')
    expect(pressed).toEqual(['Control+Alt+R'])
  })

  it('are refused if another app probably uses them, or the app has them already', () => {
    const { person, register } = aKeyboard()
    person.hear({ type: 'taken-keys', accelerators: ['Ctrl+Alt+K'] })
    expect(register('Control+Alt+K')).toBe(false)
    expect([register('CommandOrControl+R'), register('Control+R')]).toEqual([true, false])
  })

  it('throw a TypeError, as Electron does, if they can’t be read', () => {
    const { register } = aKeyboard()
    for (const bad of ['', 'Hyper+R', 'Control+', 'Control+Wide'])
      expect(() => register(bad), bad).toThrow(TypeError)
  })

  it('can be suspended, and then none can be registered', () => {
    const { desktop, shortcut, pressed, register, press } = aKeyboard()
    register('Alt+R')
    shortcut.setSuspended(true)
    press('Alt+R')
    expect([register('Alt+S'), pressed, desktop.globalKeys.size]).toEqual([false, [], 0])
    shortcut.setSuspended(false)
    press('Alt+R')
    expect(pressed).toEqual(['Alt+R'])
  })
})
