import { describe, expect, it } from 'vitest'
import type { AlertOutcome } from '../../../core/contract.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings/settings.ts'
import { createKeyboard } from './keyboard.ts'

interface Desk {
  readonly platform?: NodeJS.Platform
  readonly isActive?: boolean
  readonly onScreen?: readonly boolean[]
  readonly ringPopup?: Settings['ringPopup']
  readonly alerts?: readonly AlertOutcome[]
}

/** Whether the program is hidden when a window is closed. */
function isHidden(desk: Desk): boolean {
  let hidden = false
  const keyboard = createKeyboard({
    platform: desk.platform ?? 'darwin',
    app: { isActive: () => desk.isActive ?? true, hide: () => void (hidden = true) },
    windows: () => (desk.onScreen ?? [false]).map((visible) => ({ isVisible: () => visible })),
    settings: () => ({ ...DEFAULT_SETTINGS, ringPopup: desk.ringPopup ?? 'fallback' }),
  })
  for (const outcome of desk.alerts ?? []) keyboard.alerted(outcome)
  keyboard.giveBack()
  return hidden
}

describe('the keyboard focus', () => {
  it('goes back to the previous program after the last window on macOS, where a program would keep it without a window', () => {
    expect(isHidden({})).toBe(true)
    expect(isHidden({ onScreen: [] })).toBe(true)
    expect(isHidden({ onScreen: [false, true] })).toBe(false)
  })

  it('is left to the program that has it already, and on other systems, which have no such call', () => {
    expect(isHidden({ isActive: false })).toBe(false)
    expect(isHidden({ platform: 'win32' })).toBe(false)
    expect(isHidden({ platform: 'linux' })).toBe(false)
  })

  it('stays if rings need the popup: a hidden program can’t show one', () => {
    expect(isHidden({ ringPopup: 'always' })).toBe(false)
    for (const outcome of ['refused', 'failed', 'no-answer', 'unsupported'] as const)
      expect(isHidden({ alerts: ['shown', outcome] })).toBe(false)
    expect(isHidden({ alerts: ['failed', 'shown'] })).toBe(true)
    expect(isHidden({ ringPopup: 'never', alerts: ['failed'] })).toBe(true)
  })
})
