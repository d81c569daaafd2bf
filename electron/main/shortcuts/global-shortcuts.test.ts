import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type GlobalAction, type Settings } from '../../../core/settings/settings.ts'
import { createGlobalShortcuts } from './global-shortcuts.ts'

const keys = (change: Partial<Settings['globalKeys']>) => ({ ...DEFAULT_SETTINGS.globalKeys, ...change })

/**
 * A system that refuses what is in `taken`, throws at `Nonsense`, and knows what is registered. While shortcuts are
 * suspended it neither registers nor releases any; under Wayland it accepts all, releases none, and doesn't support
 * suspending.
 */
function aSystem({ wayland = false } = {}) {
  const held = new Map<string, () => void>()
  const taken = new Set<string>()
  const done: GlobalAction[] = []
  const lost = new Set<string>()
  let resting = false
  const global = createGlobalShortcuts({
    registry: {
      register(accelerator, press) {
        if (accelerator === 'Nonsense') throw new TypeError('conversion failure')
        if (!wayland && (resting || taken.has(accelerator) || held.has(accelerator))) return false
        held.set(accelerator, press)
        return true
      },
      unregister(accelerator) {
        if (wayland) return
        if (resting) lost.add(accelerator)
        else held.delete(accelerator)
      },
      setSuspended: (on) => (resting = on),
    },
    answers: !wayland,
    act: (action) => done.push(action),
  })
  const state = (action: GlobalAction) => global.view().find((key) => key.action === action)?.state
  return { global, held, taken, done, lost, state, resting: () => resting }
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

  // From Electron's source: shortcuts released while suspended crash the program when they are pressed.
  it('change when they are no longer suspended, however often they are set in the meantime', () => {
    const { global, held, lost, state, done } = aSystem()
    global.follow(keys({ show: 'Alt+R' }))
    global.rest(true)
    global.follow(keys({ show: 'Alt+S' }))
    global.follow(keys({ show: null, copy: 'Alt+S' }))
    expect([...lost]).toEqual([])
    global.rest(false)
    expect([...held.keys(), state('show'), state('copy')]).toEqual(['Alt+S', 'off', 'on'])
    held.get('Alt+S')?.()
    expect(done).toEqual(['copy'])
  })

  it('are released at the end, even while suspended', () => {
    const { global, held, lost } = aSystem()
    global.follow(keys({ show: 'Alt+R' }))
    global.rest(true)
    global.end()
    expect([held.size, lost.size]).toEqual([0, 0])
  })

  it('pass from one action to another', () => {
    const { global, held, done } = aSystem()
    global.follow(keys({ show: 'Alt+R' }))
    global.follow(keys({ privacy: 'Alt+R' }))
    held.get('Alt+R')?.()
    expect(done).toEqual(['privacy'])
  })
})

describe('global shortcuts on a desktop that handles them all, without reporting back', () => {
  it('are not known to work', () => {
    const { global, state } = aSystem({ wayland: true })
    global.follow(keys({ show: 'Alt+R', mute: 'Nonsense' }))
    expect([state('show'), state('mute'), state('copy')]).toEqual(['unknown', 'invalid', 'off'])
  })

  it('do what they are set for when they are pressed, and nothing after that', () => {
    const { global, held, done } = aSystem({ wayland: true })
    global.follow(keys({ show: 'Alt+R', copy: 'Alt+C' }))
    global.follow(keys({ show: 'Alt+C', copy: null }))
    for (const press of held.values()) press()
    expect(done).toEqual(['show'])
    global.follow(keys({}))
    for (const press of held.values()) press()
    expect(done).toEqual(['show'])
  })

  it('do nothing while suspended, nor after the end', () => {
    const { global, held, done } = aSystem({ wayland: true })
    global.follow(keys({ show: 'Alt+R' }))
    global.rest(true)
    held.get('Alt+R')?.()
    global.rest(false)
    global.end()
    held.get('Alt+R')?.()
    expect(done).toEqual([])
  })

  it('do one thing each, whatever is set in whatever order', () => {
    const accelerator = fc.option(fc.constantFrom('Alt+A', 'Alt+B', 'Alt+C'))
    const set = fc.record({ show: accelerator, copy: accelerator, mute: accelerator })
    const step = fc.oneof(
      set.map((change) => ({ change })),
      fc.boolean().map((rest) => ({ rest })),
    )
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { maxLength: 12 }), (wayland, steps) => {
        const { global, held, done, lost } = aSystem({ wayland })
        let wanted = keys({})
        for (const one of steps) {
          if ('rest' in one) global.rest(one.rest)
          else global.follow((wanted = keys(one.change)))
        }
        global.rest(false)
        expect(lost.size).toBe(0)
        for (const [accelerator, press] of held) {
          done.length = 0
          press()
          expect(done.length).toBeLessThanOrEqual(1)
          for (const action of done) expect(wanted[action]).toBe(accelerator)
          if (Object.values(wanted).includes(accelerator)) expect(done).toHaveLength(1)
        }
        for (const one of Object.values(wanted)) expect(one === null || held.has(one)).toBe(true)
      }),
    )
  })
})
