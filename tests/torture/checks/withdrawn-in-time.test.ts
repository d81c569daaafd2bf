import { describe, expect, it } from 'vitest'
import { good, ringAlert, START, step, viewedCall } from '../testing/sample-step.ts'
import type { TakenStep } from '../taken-step.ts'
import { withdrawnInTime } from './withdrawn-in-time.ts'

const whats = (...steps: readonly TakenStep[]) => withdrawnInTime(steps).map(({ what }) => what)
const ringing = step(START, good(START, viewedCall('a')), { alerts: [ringAlert('a')] })
const over = good(START + 5_000)

describe('withdrawn in time', () => {
  it('accepts an alert that disappears at the first good response after the ring', () => {
    const failed = step(START + 2_000, { kind: 'failed', why: 'other', about: 'extension' })
    expect(whats(ringing, failed, step(START + 5_000, over, { withdrawn: ['ring-a'] }))).toEqual([])
  })

  it('finds an alert that stays on screen', () => {
    expect(whats(ringing, step(START + 5_000, over))).toEqual([
      'alert for SIPSIP2/a is still on screen, and it rings no more',
    ])
  })

  it('finds an alert that disappears while the call still rings', () => {
    const still = good(START + 5_000, viewedCall('a'))
    expect(whats(ringing, step(START + 5_000, still, { withdrawn: ['ring-a'] }))).toEqual([
      'alert for SIPSIP2/a is gone, and it still rings',
    ])
  })

  it('finds an alert that disappears when a poll failed', () => {
    const failed = step(
      START + 5_000,
      { kind: 'failed', why: 'other', about: 'extension' },
      { withdrawn: ['ring-a'] },
    )
    expect(whats(ringing, failed)).toEqual(['alert for SIPSIP2/a withdrawn without a good answer'])
  })

  it('finds a withdrawal of an alert that was never shown', () => {
    expect(whats(step(START, over, { withdrawn: ['x'] }))).toEqual(['alert x withdrawn, but not on screen'])
  })
})
