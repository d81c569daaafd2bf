import { describe, expect, it } from 'vitest'
import { inShort, playWire, wireCall, wireTalk } from './testing/wire-story.ts'
import type { WireStep } from './testing/wire-story.ts'

const story = (...steps: readonly WireStep[]) => playWire(steps).events.map(inShort)

describe.each(['Click2Call', 'Outgoing'])('a call that is placed here (%s)', (direction) => {
  const ownPhone = wireCall({ direction })
  const dialing = wireCall({ direction, callstatus: 'Dialing' })
  const talking = wireTalk({ direction })

  it('is dialling from the moment the agent’s own phone rings, and unanswered when nobody answers', () => {
    expect(story([], [ownPhone], [ownPhone], [dialing], [dialing], [])).toEqual([
      ...[[], ['dialing a1'], [], [], []],
      ['ended a1 unanswered 0'],
    ])
  })

  it('is unanswered when the agent doesn’t pick up their own phone', () => {
    expect(story([], [ownPhone], [])).toEqual([[], ['dialing a1'], ['ended a1 unanswered 0']])
  })

  it('is answered when the customer answers', () => {
    expect(story([], [ownPhone], [dialing], [talking], [])).toEqual([
      ...[[], ['dialing a1'], [], ['answered a1']],
      ['ended a1 completed 10'],
    ])
  })

  it('isn’t missed where only a later response shows who placed it', () => {
    const unsaid = wireCall({ direction: '' })
    expect(story([], [unsaid], [ownPhone], []).at(-1)).toEqual(['ended a1 unanswered 0'])
    expect(story([], [unsaid], [wireCall({ direction: '', callstatus: 'Dialing' })], []).at(-1)).toEqual([
      'ended a1 unanswered 0',
    ])
  })

  it('is unanswered, not completed, where no response shows its state', () => {
    expect(story([], [wireCall({ direction, callstatus: null })], []).at(-1)).toEqual([
      'ended a1 unanswered 0',
    ])
  })
})

it('is missed when it is incoming, seen once and not answered, although no response shows its state', () => {
  expect(story([], [wireCall({ callstatus: null })], []).at(-1)).toEqual(['ended a1 missed 0'])
})

describe('listening in on a colleague', () => {
  it.each([
    { callstatus: 'Ringing', answered: 0 },
    { callstatus: null, answered: null },
    { callstatus: 'Spying', answered: 0 },
  ])('is no ring, and never a missed call ($callstatus)', (says) => {
    const spy = wireCall({ direction: 'Spy', ...says })
    const { events, calls } = playWire([[], [spy], [spy], []])
    expect(events.flat().map(({ type }) => type)).not.toContain('ringing')
    expect(events.flatMap(inShort).at(-1)).toBe('ended a1 unanswered 0')
    expect(calls.flat().map(({ phase, rangHere }) => [phase === 'ringing', rangHere])).toEqual(
      calls.flat().map(() => [false, false]),
    )
  })

  it('stays listening in when a response doesn’t show it', () => {
    const spy = wireCall({ direction: 'Spy' })
    expect(story([], [spy], [wireCall({ direction: null })], []).flat()).toEqual([
      'dialing a1',
      'ended a1 unanswered 0',
    ])
  })
})
