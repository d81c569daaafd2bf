import { describe, expect, it } from 'vitest'
import { inShort, playWire, wireCall, wireTalk } from './testing/wire-story.ts'
import type { WireStep } from './testing/wire-story.ts'

const story = (...steps: readonly WireStep[]) => playWire(steps).events.map(inShort)
const ring = wireCall()
const talk = wireTalk()

describe('a call that rings again after it was answered and ended, with the same id and start', () => {
  it('is a ring when a second response shows it, and missed when nobody answers', () => {
    expect(story([], [ring], [talk], [], [ring], [ring], [ring], [])).toEqual([
      ...[[], ['ringing a1'], ['answered a1'], ['ended a1 completed 5']],
      ...[[], ['ringing a1'], []],
      ['ended a1 missed 0'],
    ])
  })

  it('is completed when it is answered', () => {
    const again = wireTalk({ callAnswered: Number(talk['callAnswered']) + 20 })
    expect(story([], [ring], [talk], [], [ring], [ring], [again], []).slice(4)).toEqual([
      ...[[], ['ringing a1'], ['answered a1']],
      ['ended a1 completed 5'],
    ])
  })

  it('is an older response sent again when only one shows it: no ring, and nothing missed', () => {
    expect(story([], [ring], [talk], [], [ring], []).slice(4)).toEqual([[], ['ended a1 completed 0']])
    expect(story([], [ring], [talk], [], [ring], [talk], []).slice(4).flat()).not.toContain('ringing a1')
  })

  it('alerts at once where it wasn’t answered before', () => {
    expect(story([], [ring], [], [ring], [])).toEqual([
      ...[[], ['ringing a1'], ['ended a1 missed 0'], ['ringing a1']],
      ['ended a1 missed 0'],
    ])
  })
})
