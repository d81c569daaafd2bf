import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergePolicies } from '../policy/merge-policies.ts'
import { keysFlaw, sameKeys } from './global-keys.ts'
import { readSettings } from './read-settings.ts'
import { resolveSettings } from './resolve-settings.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const NONE = DEFAULT_SETTINGS.globalKeys

/** Shortcuts that people use all day, by system. */
const PRESSED: Readonly<Record<string, readonly string[]>> = {
  everywhere: [
    ...Array.from('abcdefghijklmnopqrstuvwxyz0123456789').flatMap((key) => [
      key,
      `Shift+${key}`,
      `CommandOrControl+${key}`,
      `CommandOrControl+Shift+${key}`,
      `Alt+${key}`,
      `Alt+Shift+${key}`,
    ]),
    ...'Enter Return Space Tab Escape Backspace Delete Insert Home End PageUp PageDown Up Down Left Right Plus'
      .split(' ')
      .flatMap((key) => [
        key,
        `Shift+${key}`,
        `Alt+${key}`,
        `CommandOrControl+${key}`,
        `Control+Shift+${key}`,
      ]),
    ...Array.from({ length: 12 }, (_, index) => `F${index + 1}`),
    ...'VolumeUp VolumeDown VolumeMute MediaPlayPause MediaNextTrack PrintScreen'.split(' '),
  ],
  windows: [
    ...['Alt+F4', 'Alt+Tab', 'Alt+Space', 'Control+Alt+Delete', 'Control+Shift+Escape', 'Control+Escape'],
    ...['Super+L', 'Super+D', 'Super+Shift+S', 'Super+Control+D', 'Super+Alt+G', 'Super+Control+F4'],
    ...['Control+Alt+E', 'Control+Alt+4', 'Control+Alt+8'], // AltGr: €, ₪, ₽
  ],
  mac: [
    ...[
      'Command+Q',
      'Command+Tab',
      'Command+Space',
      'Command+Shift+3',
      'Command+Shift+Z',
      'Command+Alt+Escape',
    ],
    ...['Control+Command+Q', 'Control+Command+F', 'Command+Alt+H', 'Command+Alt+W', 'Control+Command+Space'],
  ],
  linux: [
    ...['Control+Alt+T', 'Control+Alt+L', 'Control+Alt+F1', 'Control+Alt+F12', 'Control+Alt+Backspace'],
    ...['Alt+F2', 'Super+A', 'Control+Shift+C', 'Control+Shift+V', 'Control+Alt+Left'],
  ],
}

describe('global shortcuts', () => {
  it.each(Object.entries(PRESSED))('don’t take keys that are pressed %s', (_, pressed) => {
    expect(pressed.filter((accelerator) => keysFlaw(accelerator) === null)).toEqual([])
  })

  it('combine two of Ctrl, Alt and ⌘ with a letter, digit, sign or F-key, or are one of F13 to F24', () => {
    const modifiers = [
      'Control',
      'Ctrl',
      'Alt',
      'Option',
      'Shift',
      'Command',
      'Super',
      'CommandOrControl',
      'AltGr',
    ]
    const keys = [
      ...Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)),
      ...Array.from({ length: 24 }, (_, index) => `F${index + 1}`),
      ...['num0', 'num9', 'Space', 'Enter', 'Tab', 'Up', 'Delete', 'Escape', 'PrintScreen', 'Nonsense', ''],
    ]
    const all = new Set(Object.values(PRESSED).flat())
    fc.assert(
      fc.property(fc.subarray(modifiers), fc.constantFrom(...keys), (held, key) => {
        const accelerator = [...held, key].join('+')
        if (keysFlaw(accelerator) !== null) return
        expect(all).not.toContain(accelerator)
        if (/^F(1[3-9]|2[0-4])$/.test(key)) return
        expect(key).toMatch(/^([!-~]|num\d|F\d+)$/)
        for (const own of ['Command', 'Control']) {
          const names = held.map((name) => (name === 'CommandOrControl' ? own : name))
          const strong = [/^Co?n?tro?l$/, /^(Alt|Option)$/, /^(Command|Super)$/]
          const count = strong.filter((one) => names.some((name) => one.test(name))).length
          expect(count).toBeGreaterThanOrEqual(2)
        }
      }),
      { numRuns: 5_000 },
    )
  })

  it.each([
    'Control+Alt+R',
    'Ctrl+Alt+Shift+K',
    'CommandOrControl+Alt+R',
    'Control+Alt+/',
    'F13',
    'Shift+F20',
  ])('can be %s', (accelerator) => expect(keysFlaw(accelerator)).toBeNull())

  it.each([
    ['Control+Alt+R', 'alt+ctrl+r', true],
    ['CommandOrControl+Alt+K', 'Control+Alt+K', true],
    ['CommandOrControl+Alt+K', 'Command+Option+K', true],
    ['Control+Alt+R', 'Control+Alt+Shift+R', false],
    ['Nonsense', 'Nonsense', false],
  ])('are the same: %s and %s: %s', (one, other, same) => expect(sameKeys(one, other)).toBe(same))
})

describe('a source of settings with keys that can’t be used', () => {
  it.each(['user', 'policy'] as const)(
    '%s: is reported by their action, and its other keys are used',
    (source) => {
      const raw = {
        globalKeys: {
          show: 'Control+Alt+R',
          copy: 'CommandOrControl+C',
          mute: 'alt+ctrl+r',
          crm: 7,
          privacy: 'Nonsense',
          other: null,
        },
      }
      expect(readSettings(source, raw)).toEqual({
        values: { globalKeys: { ...NONE, show: 'Control+Alt+R' } },
        problems: [
          { source, key: 'globalKeys.other', why: 'unknown-key' },
          { source, key: 'globalKeys.copy', why: 'needed-elsewhere' },
          { source, key: 'globalKeys.mute', why: 'set-twice' },
          { source, key: 'globalKeys.crm', why: 'wrong-type' },
          { source, key: 'globalKeys.privacy', why: 'out-of-range' },
        ],
      })
    },
  )

  it('still takes precedence if it is a policy', () => {
    const values = { globalKeys: { mute: 'Control+C', show: 'Control+Alt+R' } }
    const policy = mergePolicies([{ kind: 'found', source: 'file', location: 'policy.json', values }])
    const { settings, locked, problems } = resolveSettings(policy.values, {
      globalKeys: { mute: 'Control+Alt+M' },
    })
    expect([settings.globalKeys.mute, settings.globalKeys.show, locked]).toEqual([
      null,
      'Control+Alt+R',
      ['globalKeys'],
    ])
    expect(problems).toEqual([{ source: 'policy', key: 'globalKeys.mute', why: 'needed-elsewhere' }])
  })
})
