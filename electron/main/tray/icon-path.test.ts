import { expect, it } from 'vitest'
import { iconPath } from './icon-path.ts'

it('names the kind of icon that each system takes', () => {
  expect(iconPath('/r', 'ringing', 'linux')).toBe('/r/tray/ringing.png')
  expect(iconPath('/r', 'ringing', 'darwin')).toBe('/r/tray/ringingTemplate.png')
  expect(iconPath('/r', 'ringing', 'win32')).toBe('/r/tray/ringing.ico')
})
