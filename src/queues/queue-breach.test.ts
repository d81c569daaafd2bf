import { describe, expect, it } from 'vitest'
import { aQueue, NOW } from '../testing/samples.ts'
import { queueBreach } from './queue-breach.ts'

describe('queueBreach', () => {
  it('matches the response until the next breach', () => {
    expect(queueBreach(aQueue(), NOW)).toEqual({ past: 0, nextAt: NOW + 8000 })
  })

  it('moves to the next caller when one has waited too long, without another response', () => {
    expect(queueBreach(aQueue(), NOW + 8000)).toEqual({ past: 1, nextAt: NOW + 79_000 })
    expect(queueBreach(aQueue(), NOW + 79_000)).toEqual({ past: 2, nextAt: null })
  })

  it('never counts fewer than the response, whose callers may be too many to be listed', () => {
    const long = aQueue({ waiting: 900, breached: 700, nextBreachAt: NOW })
    expect(queueBreach(long, NOW + 100_000)).toEqual({ past: 700, nextAt: null })
  })
})
