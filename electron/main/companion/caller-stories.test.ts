import { expect, it } from 'vitest'
import type { CallerStory } from '../../../core/history/caller-story.ts'
import { callerStories } from './caller-stories.ts'
import { sampleCall } from '../testing/sample-call.ts'

const call = sampleCall()
const story = (callsEver: number): CallerStory => ({
  callsToday: 1,
  callsInWeek: 1,
  missedToday: 0,
  callsEver,
  last: null,
})

it('looks up a caller’s history once, when the call appears, and drops it with the call', () => {
  let asked = 0
  const ask = () => (asked++, story(3))
  const first = callerStories({}, [call], ask)
  expect(first).toEqual({ [call.key]: story(3) })
  expect(callerStories(first, [call], ask)).toBe(first)
  expect(callerStories(first, [], ask)).toEqual({})
  expect(asked).toBe(1)
})

it('has none for a withheld caller, or one of whom only this call is known', () => {
  expect(callerStories({}, [call], () => story(1))).toEqual({})
  expect(callerStories({}, [call], () => null)).toEqual({})
})

it('requests the history before this call, not everything the caller did since', () => {
  const asked: string[] = []
  callerStories({}, [call], ({ key }) => (asked.push(key), null))
  expect(asked).toEqual([call.key])
})
