import { expect, it } from 'vitest'
import { ariaKeys } from './aria-keys.ts'

it.each([
  ['CommandOrControl+Shift+C', false, 'Control+Shift+C'],
  ['CommandOrControl+Shift+C', true, 'Meta+Shift+C'],
  ['Ctrl+Alt+r', false, 'Control+Alt+R'],
  ['Option+Super+F5', true, 'Alt+Meta+F5'],
  ['CmdOrCtrl+Space', false, 'Control+Space'],
  ['Control++', false, 'Control+Plus'],
  ['F8', false, 'F8'],
  ['Ctrl+Up', false, 'Control+ArrowUp'],
  ['Ctrl+num5', false, 'Control+5'],
  ['Alt+Return', false, 'Alt+Enter'],
])('names the keys of %s as a screen reader knows them', (accelerator, mac, keys) => {
  expect(ariaKeys(accelerator, mac)).toBe(keys)
})
