import type { StartWords as Words } from '../words.ts'

/** How often a caller called, as in `CallerStory`. */
export interface CallerCounts {
  readonly callsToday: number
  readonly callsInWeek: number
  readonly callsEver: number
  readonly missedToday: number
}

/** It as text, such as `2nd call today, 5 in 7 days, 1 missed` or `3rd call in 7 days`. */
export function callerCountText(counts: CallerCounts, words: Words): string {
  const { missedToday } = counts
  const said = words.story
  return [...countOf(counts, said), ...(missedToday > 0 ? [said.missedToday(missedToday)] : [])].join(
    words.comma,
  )
}

function countOf(
  { callsToday, callsInWeek, callsEver }: CallerCounts,
  said: Words['story'],
): readonly string[] {
  if (callsToday > 1)
    return [said.nthToday(callsToday), ...(callsInWeek > callsToday ? [said.inWeek(callsInWeek)] : [])]
  if (callsInWeek > 1) return [said.nthInWeek(callsInWeek)]
  const earlier = callsEver - callsToday
  return [said.firstToday, ...(earlier > 0 ? [said.earlier(earlier)] : [])]
}
