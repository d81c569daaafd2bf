import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type GlobalAction, type Settings } from '../../../core/settings/settings.ts'
import { createGlobalShortcuts } from './global-shortcuts.ts'

const keys = (change: Partial<Settings['globalKeys']>) => ({ ...DEFAULT_SETTINGS.globalKeys, ...change })

/** A system that refuses what is in `taken`, throws at `Nonsense`, and knows what is held. */
function aSystem() {
  const held = new Map<string, () => void>()
  const taken = new Set<string>()
  const done: GlobalAction[] = []
  let resting = false
  const global = createGlobalShortcuts({
    registry: {
      register(accelerator, press) {
        if (accelerator === 'Nonsense') throw new TypeError('conversion failure')
        if (taken.has(accelerator) || held.has(accelerator)) return false
        held.set(accelerator, press)
        return true
      },
      unregister: (accelerator) => void held.delete(accelerator),
      setSuspended: (on) => (resting = on),
    },
    act: (action) => done.push(action),
  })
  const state = (action: GlobalAction) => global.view().find((key) => key.action === action)?.state
  return { global, held, taken, done, state, resting: () => resting }
}

describe('global shortcuts', () => {
  it('are registered, do their action, and are released when they change and at the end', () => {
    const { global, held, done, state } = aSystem()
    global.follow(keys({ show: 'Alt+R', copy: 'Alt+C' }))
    held.get('Alt+C')?.()
    expect(done).toEqual(['copy'])
    expect([state('show'), state('copy'), state('mute')]).toEqual(['on', 'on', 'off'])
    global.follow(keys({ show: 'Alt+S', copy: null }))
    expect([...held.keys()]).toEqual(['Alt+S'])
    global.end()
    expect(held.size).toBe(0)
  })

  it('report which ones another program has, and are requested again with the next change', () => {
    const { global, taken, state } = aSystem()
    taken.add('Alt+R')
    global.follow(keys({ show: 'Alt+R' }))
    expect(state('show')).toBe('taken')
    taken.clear()
    global.follow(keys({ show: 'Alt+R' }))
    expect(state('show')).toBe('on')
  })

  it('report which ones the system can’t read, and leave the others working', () => {
    const { global, state } = aSystem()
    global.follow(keys({ show: 'Nonsense', mute: 'Alt+M' }))
    expect([state('show'), state('mute')]).toEqual(['invalid', 'on'])
  })

  it('continue to work when they are set for another action too', () => {
    const { global, held, done, state } = aSystem()
    global.follow(keys({ copy: 'Control+Alt+R' }))
    global.follow(keys({ show: 'Control+Alt+R', copy: 'Control+Alt+R' }))
    expect([state('show'), state('copy')]).toEqual(['taken', 'on'])
    held.get('Control+Alt+R')?.()
    expect(done).toEqual(['copy'])
  })

  it('are inactive while the user sets new ones', () => {
    const { global, resting } = aSystem()
    global.rest(true)
    expect(resting()).toBe(true)
    global.rest(false)
    expect(resting()).toBe(false)
  })

  it('pass from one action to another', () => {
    const { global, held, done } = aSystem()
    global.follow(keys({ show: 'Alt+R' }))
    global.follow(keys({ privacy: 'Alt+R' }))
    held.get('Alt+R')?.()
    expect(done).toEqual(['privacy'])
  })
})
