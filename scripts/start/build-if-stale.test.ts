import { describe, expect, it } from 'vitest'
import { isStale } from './build-if-stale.ts'

describe('a build is stale', () => {
  it('if it was never built', () => expect(isStale([10], [20, 0])).toBe(true))
  it('if it is older than the newest source', () => expect(isStale([10, 30], [20, 40])).toBe(true))
  it('but not if it was built after every source', () => expect(isStale([10, 30], [31, 40])).toBe(false))
})
