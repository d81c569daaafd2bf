import { describe, expect, it, vi } from 'vitest'
import { createBridge } from './bridge.ts'
import { fakeCompanion } from './testing/fake-companion.ts'

describe('createBridge', () => {
  it('returns the companion it was given', () => {
    const companion = fakeCompanion()
    expect(createBridge(companion)).toBe(companion)
  })

  it('reports clearly that the preload did not run', () => {
    vi.stubGlobal('window', {})
    expect(() => createBridge()).toThrow('window.companion is missing')
    vi.unstubAllGlobals()
  })
})
