import { describe, expect, it } from 'vitest'
import { inShort, playWire, STORY_START, wireCall, wireTalk } from './testing/wire-story.ts'
import type { WireStep } from './testing/wire-story.ts'

const story = (...steps: readonly WireStep[]) => playWire(steps).events.map(inShort)
const ring = wireCall()
const talk = wireTalk()
const muted = wireTalk({ recording: { Filename: 'a1.mp3', IsMuted: 1 } })
const held = wireTalk({ callstatus: 'Hold' })
/** What one response may contain instead of a field. */
const NOTHINGS: readonly unknown[] = [null, undefined, '', {}, []]

describe('a field that is missing from one response', () => {
  it.each(NOTHINGS.map((recording) => ({ recording })))(
    'leaves the recording unchanged ($recording): the mute and the unmute around it are reported',
    ({ recording }) => {
      const none = wireTalk({ recording })
      expect(story([], [talk], [none], [muted], [none], [muted], [none], [talk])).toEqual([
        [],
        ['answered a1 unseen'],
        [],
        ['recording-muted a1'],
        [],
        [],
        [],
        ['recording-unmuted a1'],
      ])
    },
  )

  it.each(NOTHINGS.map((recording) => ({ recording })))(
    'lets the time since the mute run on ($recording)',
    ({ recording }) => {
      const { calls } = playWire([[talk], [muted], [wireTalk({ recording })], [muted]])
      expect(calls.map(([call]) => call?.mutedSince)).toEqual([
        null,
        ...[5, 5, 5].map((s) => STORY_START + s * 1000),
      ])
    },
  )

  it.each(NOTHINGS.map((nothing) => ({ nothing })))(
    'leaves the missed call its number, its name and what was dialled ($nothing)',
    ({ nothing }) => {
      const blank = wireCall({
        ...{
          callerphone: nothing,
          callername: nothing,
          did: nothing,
          direction: nothing,
          customdata: nothing,
        },
        recording: nothing,
      })
      const { events } = playWire([[], [ring], [blank], []])
      expect(events.map(inShort)).toEqual([[], ['ringing a1'], [], ['ended a1 missed 0']])
      expect(events[3]?.[0]?.call).toMatchObject({
        ...{ phone: { received: '0722776772' }, did: { received: '0722776700' }, name: 'Sales line' },
        ...{ direction: 'incoming', customData: { OrderID: '17' }, recording: { fileName: 'a1.mp3' } },
      })
    },
  )

  it.each([...NOTHINGS, 'Parked'].map((callstatus) => ({ callstatus })))(
    'is no second ring ($callstatus)',
    ({ callstatus }) => {
      expect(story([], [ring], [wireCall({ callstatus })], [ring], [])).toEqual([
        ...[[], ['ringing a1'], [], []],
        ['ended a1 missed 0'],
      ])
    },
  )

  it.each([...NOTHINGS, 'Parked'].map((callstatus) => ({ callstatus })))(
    'causes no second answer, no second hold and no loss of talk time ($callstatus)',
    ({ callstatus }) => {
      const none = wireTalk({ callstatus, answered: 0, callAnswered: 0 })
      const end = ['ended a1 completed 45']
      expect(
        story([], [ring], [talk], [none], [talk], [held], [none], [held], [none], [talk], [none], []),
      ).toEqual([
        ...[[], ['ringing a1'], ['answered a1'], [], [], ['held a1'], [], [], [], ['resumed a1'], [], end],
      ])
    },
  )

  it.each([...NOTHINGS, 'Parked'].map((callstatus) => ({ callstatus })))(
    'lets the hold last since it began ($callstatus)',
    ({ callstatus }) => {
      const { calls } = playWire([[talk], [held], [wireTalk({ callstatus })], [held]])
      expect(calls.at(-1)?.[0]?.phaseSince).toBe(STORY_START + 5_000)
    },
  )
})
