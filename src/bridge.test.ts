import { describe, expect, it, vi } from 'vitest'
import { createBridge } from './bridge.ts'
import { fakeCompanion } from './testing/fake-companion.ts'

describe('createBridge', () => {
  it('gives the companion it was handed', () => {
    const companion = fakeCompanion()
    expect(createBridge(companion)).toBe(companion)
  })

  it('says plainly that the preload did not run', () => {
    vi.stubGlobal('window', {})
    expect(() => createBridge()).toThrow('window.companion is missing')
    vi.unstubAllGlobals()
  })
})
