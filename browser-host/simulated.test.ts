import { describe, expect, it } from 'vitest'
import { simulated, missing } from './simulated.ts'

describe('a simulated part of Electron', () => {
  it('works, and throws with the name of anything else that is read or written', async () => {
    const part = simulated('app', { name: 'x', dock: undefined })
    expect([part.name, part.dock]).toEqual(['x', undefined])
    expect(() => Reflect.get(part, 'relaunch') as unknown).toThrow(
      'browser-host does not simulate electron.app.relaunch',
    )
    expect(() => Reflect.set(part, 'badge', 1)).toThrow('electron.app.badge')
    part.name = 'y'
    expect((await Promise.resolve(part)).name).toBe('y')
  })

  it('throws with the name of anything missing that is called, constructed or read', () => {
    const TouchBar = missing('TouchBar') as new () => object
    expect(() => new TouchBar()).toThrow('browser-host does not simulate electron.TouchBar')
    expect(() => (TouchBar as unknown as () => void)()).toThrow('electron.TouchBar')
    expect(() => Reflect.get(TouchBar, 'build') as unknown).toThrow('electron.TouchBar.build')
  })
})
