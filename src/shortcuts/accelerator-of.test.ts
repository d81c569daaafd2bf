import { describe, expect, it } from 'vitest'
import { acceleratorOf } from './accelerator-of.ts'
import { keyName } from './key-name.ts'
import { keyOfEvent } from './key-of-event.ts'

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }
const press = (key: string, code: string, held: Partial<typeof none> = {}) => ({
  ...none,
  ...held,
  key,
  code,
})

describe('keys pressed in a shortcut field', () => {
  it('are the same accelerator in every layout', () => {
    const held = { ctrlKey: true, altKey: true }
    const [english, hebrew] = [press('r', 'KeyR', held), press('ר', 'KeyR', held)]
    expect(acceleratorOf(english, false)).toEqual({ kind: 'keys', accelerator: 'Control+Alt+R' })
    expect(acceleratorOf(hebrew, false)).toEqual(acceleratorOf(english, false))
    expect(acceleratorOf(press('ArrowUp', 'ArrowUp', { metaKey: true }), true)).toEqual({
      kind: 'keys',
      accelerator: 'Command+Up',
    })
    expect(acceleratorOf(press('F9', 'F9'), false)).toEqual({ kind: 'keys', accelerator: 'F9' })
  })

  it('need a modifier other than Shift, so that no letter is lost to other programs', () => {
    expect(acceleratorOf(press('r', 'KeyR'), false).kind).toBe('needs-modifier')
    expect(acceleratorOf(press('R', 'KeyR', { shiftKey: true }), false).kind).toBe('needs-modifier')
  })

  it('show what is held down, and refuse what isn’t a key', () => {
    expect(acceleratorOf(press('Shift', 'ShiftLeft', { ctrlKey: true, shiftKey: true }), false)).toEqual({
      kind: 'held',
      modifiers: 'Control+Shift',
    })
    expect(acceleratorOf(press('Unidentified', ''), false).kind).toBe('unknown')
  })
})

describe('a key’s name', () => {
  it('is as printed on the keys', () => {
    expect(keyName('CommandOrControl+Shift+K', false)).toBe('Ctrl+Shift+K')
    expect(keyName('CommandOrControl+Shift+K', true)).toBe('⌘⇧K')
    expect(keyName('Control++', false)).toBe('Ctrl+Plus')
  })
})

describe('a single key', () => {
  it('is a capital, in a Hebrew layout by its position, and none with a modifier', () => {
    expect(keyOfEvent(press('c', 'KeyC'))).toBe('C')
    expect(keyOfEvent(press('ב', 'KeyC'))).toBe('C')
    expect(keyOfEvent(press('?', 'Slash', { shiftKey: true }))).toBe('?')
    expect(keyOfEvent(press('c', 'KeyC', { ctrlKey: true }))).toBe(null)
    expect(keyOfEvent(press('Enter', 'Enter'))).toBe(null)
  })
})
