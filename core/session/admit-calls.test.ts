import { describe, expect, it } from 'vitest'
import { inShort, playWire, wireCall } from './testing/wire-story.ts'
import { MAX_LIVE_CALLS, MAX_NEW_CALLS_PER_MINUTE } from './admit-calls.ts'

const ring = (id: string) => wireCall({ ivrid: id })
const many = (count: number, prefix = 'b') => Array.from({ length: count }, (_, n) => ring(`${prefix}${n}`))
const began = (events: ReturnType<typeof playWire>['events']): number =>
  events.flat().filter(({ type }) => type === 'ringing').length

describe('a response with more calls than a phone can have', () => {
  it('starts no more calls than one phone can have, counts the rest, and ends none that continue', () => {
    const own = ring('a1')
    const flood = [own, ...many(20_000)]
    const { events, calls, unfollowed } = playWire([[], [own], flood, flood, [own]])
    expect(began(events)).toBe(MAX_NEW_CALLS_PER_MINUTE)
    expect(calls[2]).toHaveLength(MAX_LIVE_CALLS)
    expect(calls[4]?.map(({ ivrid }) => ivrid)).toEqual(['a1'])
    const beyond = 20_001 - MAX_LIVE_CALLS
    expect(unfollowed).toEqual([0, 0, beyond, beyond, 0])
  })

  it('continues a call that is listed beyond the read limit', () => {
    const own = ring('a1')
    const flood = [...many(20_000), own]
    const { events } = playWire([[], [own], flood, flood, flood, [own], []])
    expect(events.flatMap(inShort).filter((line) => line.includes(' a1'))).toEqual([
      'ringing a1',
      'ended a1 missed 0',
    ])
  })

  it('follows a limited number per minute of calls whose id keeps changing', () => {
    const steps = Array.from({ length: 60 }, (_, step) => many(5, `s${step}-`))
    const { events } = playWire([[], ...steps]) // every 5 s, for 5 minutes
    expect(began(events)).toBeLessThanOrEqual(6 * MAX_NEW_CALLS_PER_MINUTE)
    expect(began(events)).toBeGreaterThanOrEqual(5 * MAX_NEW_CALLS_PER_MINUTE)
  })

  it('follows calls that are still ringing once there is room', () => {
    const waiting = many(MAX_NEW_CALLS_PER_MINUTE + 1)
    const last = waiting.slice(-1)
    const { calls } = playWire([[], waiting, ...Array.from({ length: 14 }, () => last)])
    expect(calls[2]).toEqual([])
    expect(calls[15]?.map(({ ivrid }) => ivrid)).toEqual([`b${MAX_NEW_CALLS_PER_MINUTE}`])
  })
})
