import { expect, it } from 'vitest'
import { giveBackKeyboard } from './give-back-keyboard.ts'

const hidden = (
  platform: NodeJS.Platform,
  isActive: boolean,
  windows: readonly { readonly isVisible: () => boolean }[],
): boolean => {
  let isHidden = false
  const app = { isActive: () => isActive, hide: () => void (isHidden = true) }
  giveBackKeyboard(platform, app, windows)
  return isHidden
}
const seen = { isVisible: () => true }
const unseen = { isVisible: () => false }

it('hides the program with its last window on macOS, where it would hold the keyboard without one', () => {
  expect(hidden('darwin', true, [unseen, unseen])).toBe(true)
  expect(hidden('darwin', true, [])).toBe(true)
  expect(hidden('darwin', true, [unseen, seen])).toBe(false)
})

it('does nothing if another program already has the keyboard, and on other systems, which have no such call', () => {
  expect(hidden('darwin', false, [unseen])).toBe(false)
  expect(hidden('win32', true, [unseen])).toBe(false)
  expect(hidden('linux', true, [unseen])).toBe(false)
})
