import type { CallerStory } from '../../core/history/caller-story.ts'
import { callerCountText } from '../../core/words/callers/caller-count-text.ts'
import { isolated } from '../../core/words/formats.ts'
import { momentText } from '../../core/words/moment-text.ts'
import type { StartWords as Words } from '../../core/words/words.ts'
import { shownText } from '../parts/shown-text.ts'

type Last = NonNullable<CallerStory['last']>

/**
 * What is known of a caller, such as `3rd call today — last 10:14 with you, 3 min`. `you` is the agent who is logged
 * in; a call that no agent answered, or whose outcome is unknown, is described that way.
 */
export function callerStoryLine(story: CallerStory, you: string, now: number, words: Words): string {
  const count = callerCountText(story, words)
  return story.last === null ? count : `${count} — ${lastLine(story.last, you, now, words)}`
}

function lastLine(last: Last, you: string, now: number, words: Words): string {
  const when = words.story.last(momentText(last.at, now, words.locale))
  const parts = [[when, agentText(last, you, words)].filter(Boolean).join(' '), outcomeText(last, words)]
  return parts.filter(Boolean).join(words.comma)
}

/** Only an answered call has an agent. */
function agentText({ agent, outcome }: Last, you: string, words: Words): string {
  if (outcome !== 'completed' || agent === '') return ''
  return agent === you ? words.story.withYou : words.story.withOther(isolated(shownText(agent)))
}

function outcomeText({ outcome, talkSeconds }: Last, words: Words): string {
  if (outcome !== 'completed') return words.story[outcome]
  return talkSeconds === 0 ? '' : words.times.roughly(talkSeconds)
}
