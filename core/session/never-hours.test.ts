import { describe, expect, it } from 'vitest'
import { inShort, playWire, STORY_START, wireCall, wireTalk } from './testing/wire-story.ts'
import type { WireStep } from './testing/wire-story.ts'

const HOUR = 3600
const now = STORY_START / 1000
const muted = { Filename: 'a1.mp3', IsMuted: 1 }
const ring = wireCall()
const TOMORROW = now + 24 * HOUR

/** How long the first call of each response has been talking, s. */
function talks(steps: readonly WireStep[], zone = 'UTC'): readonly (number | null)[] {
  const { calls } = playWire(steps, { zone })
  return calls.map(([call], index) =>
    call === undefined || call.answeredAt === null
      ? null
      : index * 5 - (call.answeredAt - STORY_START) / 1000,
  )
}

describe('a call that is muted already', () => {
  it('is reported when it is new, whether ringing or talking', () => {
    expect(playWire([[], [wireTalk({ recording: muted })]]).events.map(inShort)).toEqual([
      [],
      ['answered a1 unseen', 'recording-muted a1'],
    ])
    expect(playWire([[], [wireCall({ recording: muted })]]).events.map(inShort)).toEqual([
      [],
      ['ringing a1', 'recording-muted a1'],
    ])
  })

  it('is reported when its first response didn’t include its recording', () => {
    const steps = [[], [wireTalk({ recording: null })], [wireTalk({ recording: muted })]]
    expect(playWire(steps).events.map(inShort)[2]).toEqual(['recording-muted a1'])
  })

  it('isn’t reported where it was talking before the first response, which isn’t history', () => {
    expect(playWire([[wireTalk({ recording: muted })]]).events).toEqual([[]])
  })
})

describe('the time of a talk', () => {
  const odd = [
    { callAnswered: 1 },
    { callAnswered: now - 56 * 365 * 24 * HOUR },
    { callAnswered: now - 3 * HOUR },
    { callAnswered: now + 3 * HOUR },
    { callAnswered: TOMORROW },
    { callAnswered: TOMORROW * 1000 },
  ]
  it.each(odd)('counts from when it was seen, where the stamp is impossible ($callAnswered)', (stamps) => {
    const talk = wireTalk(stamps)
    expect(talks([[], [ring], [talk], [talk]]).slice(2)).toEqual([0, 5])
    expect(talks([[], [talk], [talk]]).slice(1)).toEqual([0, 5])
  })

  it.each([
    { callStarted: 1 },
    { callStarted: now - 3 * HOUR },
    { callStarted: null },
    { callStarted: TOMORROW },
  ])('is that of the watch, where the start can’t be either ($callStarted)', ({ callStarted }) => {
    for (const stamps of odd) {
      const talk = wireTalk({ ...stamps, callStarted })
      const rung = talks([[], [wireCall({ callStarted })], [talk], [talk]]).slice(2)
      const unrung = talks([[], [talk], [talk]]).slice(1)
      for (const [index, seconds] of [...rung, ...unrung].entries())
        expect(seconds).toSatisfy((is: number) => is >= (index % 2) * 5 && is <= 15)
    }
  })

  it.each([{ callStarted: 1 }, { callStarted: TOMORROW }])(
    'of a ring, too: it rings since it was seen ($callStarted)',
    ({ callStarted }) => {
      expect(playWire([[], [wireCall({ callStarted })]]).calls[1]?.[0]?.startedAt).toBe(STORY_START + 5_000)
    },
  )

  it('is never hours at the first response of an account whose clock is UTC', () => {
    const talk = wireTalk({ callStarted: now - 70, callAnswered: now - 60 })
    expect(talks([[talk], [talk]], 'Asia/Jerusalem')).toEqual([60, 65])
  })

  it('follows the account’s time zone where only that is possible', () => {
    const talk = wireTalk({ callStarted: now + 2 * HOUR - 70, callAnswered: now + 2 * HOUR - 60 })
    expect(talks([[talk], [talk]], 'Asia/Jerusalem')).toEqual([60, 65])
  })

  it('stays when the account’s offset is learnt from another call', () => {
    const talk = wireTalk({ callStarted: now - 70, callAnswered: now - 60 })
    const other = wireCall({ ivrid: 'b1', callStarted: now + 10 })
    expect(talks([[talk], [talk], [talk, other], [talk, other]], 'Asia/Jerusalem')).toEqual([60, 65, 70, 75])
  })
})
