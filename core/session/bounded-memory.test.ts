import { expect, it } from 'vitest'
import { playWire, STORY_START, wireCall } from './testing/wire-story.ts'
import type { WireStep } from './testing/wire-story.ts'

const GAP_MS = 20_000
const MINUTES_IN_AN_HOUR = 60

/** One call a minute: it rings, is talking, and is gone. Each has its own caller. */
const hoursOfCalls = (hours: number): readonly WireStep[] =>
  Array.from({ length: hours * MINUTES_IN_AN_HOUR }, (_, minute): readonly WireStep[] => {
    const began = STORY_START / 1000 + minute * 60
    const call = wireCall({
      ...{ ivrid: `a${minute}`, callStarted: began, callerphone: `05${20_000_000 + minute}` },
      recording: { Filename: `a${minute}.mp3`, IsMuted: 0 },
    })
    return [[call], [{ ...call, callstatus: 'Talking', answered: 1, callAnswered: began + 20 }], []]
  }).flat()

/** How many values a memory contains, at any depth. */
function sizeOf(held: unknown): number {
  if (typeof held !== 'object' || held === null) return 1
  const parts = held instanceof Map || held instanceof Set ? [...held] : Object.values(held)
  return parts.reduce<number>((sum, part) => sum + sizeOf(part), 1)
}

it('a session remembers no more after ten hours of calls than after one', () => {
  const afterHours = (hours: number): number =>
    sizeOf(playWire(hoursOfCalls(hours), { gapMs: GAP_MS }).memory)
  expect(afterHours(10)).toBe(afterHours(1))
})
