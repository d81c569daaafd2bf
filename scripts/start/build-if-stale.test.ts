import { describe, expect, it } from 'vitest'
import { isStale } from './build-if-stale.ts'

describe('what is stale', () => {
  it('is what was never built', () => expect(isStale([10], [20, 0])).toBe(true))
  it('is what is older than the newest source', () => expect(isStale([10, 30], [20, 40])).toBe(true))
  it('is not what was built after every source', () => expect(isStale([10, 30], [31, 40])).toBe(false))
})
