import { expect, it } from 'vitest'
import type { CallerStory } from '../../../core/history/caller-story.ts'
import { callerStories } from './caller-stories.ts'
import { sampleCall } from '../testing/sample-call.ts'

const call = sampleCall()
const story = (callsEver: number): CallerStory => ({ callsToday: 1, missedToday: 0, callsEver, last: null })

it('tells a story once, when its call appears, and drops it with the call', () => {
  let asked = 0
  const ask = () => (asked++, story(3))
  const first = callerStories({}, [call], ask)
  expect(first).toEqual({ [call.key]: story(3) })
  expect(callerStories(first, [call], ask)).toBe(first)
  expect(callerStories(first, [], ask)).toEqual({})
  expect(asked).toBe(1)
})

it('has none for a caller of whom only this call is known, or who is withheld', () => {
  expect(callerStories({}, [call], () => story(1))).toEqual({})
  expect(callerStories({}, [call], () => null)).toEqual({})
})

it('asks for the story of the call, not of all that its caller did since', () => {
  const asked: string[] = []
  callerStories({}, [call], ({ key }) => (asked.push(key), null))
  expect(asked).toEqual([call.key])
})
