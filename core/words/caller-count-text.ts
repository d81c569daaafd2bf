import type { CallerStory } from '../history/caller-story.ts'
import type { WindowWords as Words } from './words.ts'

/** How often a caller called, such as `2nd call today, 5 in 7 days, 1 missed` or `3rd call in 7 days`. */
export function callerCountText(story: CallerStory, words: Words): string {
  const { missedToday } = story
  const said = words.history.story
  return [...countOf(story, said), ...(missedToday > 0 ? [said.missedToday(missedToday)] : [])].join(
    words.comma,
  )
}

function countOf(
  { callsToday, callsInWeek, callsEver }: CallerStory,
  said: Words['history']['story'],
): readonly string[] {
  if (callsToday > 1)
    return [said.nthToday(callsToday), ...(callsInWeek > callsToday ? [said.inWeek(callsInWeek)] : [])]
  if (callsInWeek > 1) return [said.nthInWeek(callsInWeek)]
  const earlier = callsEver - callsToday
  return [said.firstToday, ...(earlier > 0 ? [said.earlier(earlier)] : [])]
}
