import type { Call, CallKey } from '../../../core/domain.ts'
import type { CallerStory } from '../../../core/history/caller-story.ts'

type Stories = Readonly<Record<CallKey, CallerStory>>

/**
 * What is known about the callers of these calls. Looked up once, when the call appears. A caller known only from this
 * call has none, and is looked up again with each change, since a later response may be the first with the number.
 */
export function callerStories(
  before: Stories,
  calls: readonly Call[],
  ask: (call: Call) => CallerStory | null,
): Stories {
  if (calls.every(({ key }) => key in before) && Object.keys(before).length === calls.length) return before
  const entries = calls.map((call) => [call.key, before[call.key] ?? ask(call)] as const)
  return Object.fromEntries(entries.flatMap(([key, story]) => (isNews(story) ? [[key, story]] : [])))
}

const isNews = (story: CallerStory | null): story is CallerStory =>
  story !== null && (story.callsEver > 1 || story.last !== null)
