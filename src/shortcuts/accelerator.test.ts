import { describe, expect, it } from 'vitest'
import { acceleratorOf } from './accelerator-of.ts'
import { isPressed, readAccelerator } from './accelerator.ts'
import { KEY_PLACES } from './key-positions.ts'

const event = (change: Partial<Parameters<typeof isPressed>[1]>) => ({
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  key: 'c',
  code: 'KeyC',
  ...change,
})
const pressed = (name: string, change: Parameters<typeof event>[0], mac = false): boolean | null => {
  const accelerator = readAccelerator(name, mac)
  return accelerator === null ? null : isPressed(accelerator, event(change))
}

describe('an accelerator', () => {
  it('is pressed when all of it is, and no more', () => {
    expect(pressed('CommandOrControl+Shift+C', { ctrlKey: true, shiftKey: true })).toBe(true)
    expect(pressed('CommandOrControl+Shift+C', { ctrlKey: true })).toBe(false)
    expect(pressed('CommandOrControl+Shift+C', { ctrlKey: true, shiftKey: true, altKey: true })).toBe(false)
    expect(pressed('CommandOrControl+Shift+C', { ctrlKey: true, shiftKey: true, code: 'KeyD' })).toBe(false)
  })

  it('means Command on a Mac and Control elsewhere', () => {
    expect(pressed('CmdOrCtrl+C', { metaKey: true }, true)).toBe(true)
    expect(pressed('CmdOrCtrl+C', { metaKey: true })).toBe(false)
    expect(pressed('Super+C', { metaKey: true })).toBe(true)
  })

  it('works in a Hebrew layout, where the same key types another letter', () => {
    expect(pressed('Alt+C', { altKey: true, key: 'ב' })).toBe(true)
  })

  it.each([
    ['F7', { key: 'F7', code: 'F7' }],
    ['Control+Plus', { ctrlKey: true, key: '+', code: 'NumpadAdd' }],
    ['Control++', { ctrlKey: true, key: '+', code: 'NumpadAdd' }],
    ['Alt+Space', { altKey: true, key: ' ', code: 'Space' }],
    ['Control+5', { ctrlKey: true, key: '5', code: 'Digit5' }],
    ['Control+/', { ctrlKey: true, key: '/', code: 'Slash' }],
    ['Control+Shift+-', { ctrlKey: true, shiftKey: true, key: '_', code: 'Minus' }],
    ['Alt+Up', { altKey: true, key: 'ArrowUp', code: 'ArrowUp' }],
    ['Control+num5', { ctrlKey: true, key: '5', code: 'Numpad5' }],
  ])('reads %s', (name, change) => expect(pressed(name, change)).toBe(true))

  it.each(['', 'Shift', 'Shift+', 'Hyper+C', 'CC', 'F25', 'Ctrl Shift C', 'constructor+C', 'toString'])(
    'does not accept %j as a key',
    (name) => expect(readAccelerator(name, false)).toBeNull(),
  )

  it.each([...Object.keys(KEY_PLACES), 'KeyC', 'Digit7', 'Numpad7', 'F7'])(
    'is pressed by what recorded it: %s',
    (code) => {
      const recorded = acceleratorOf(event({ ctrlKey: true, key: code, code }), false)
      expect(
        recorded.kind === 'keys' && pressed(recorded.accelerator, { ctrlKey: true, key: code, code }),
      ).toBe(true)
    },
  )
})
