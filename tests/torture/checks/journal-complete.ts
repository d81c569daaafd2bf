import type { CallKey } from '../../../core/domain.ts'
import type { HistoryCall, HistoryOutcome } from '../../../core/history/history-call.ts'
import { shownCalls, type ShownCall } from '../shown-calls.ts'
import type { TakenStep } from '../taken-step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'journal complete'

type Facts = Omit<ShownCall, 'ivrid' | 'lastSeenAt' | 'lastStay'>

/**
 * Every call that a good response showed is stored, once, with its outcome and whether its end was seen, unless its
 * caller was forgotten; and no other, except from the call log. Where the log says something else, what was seen is
 * stored too.
 * `spansKnown`: false if the server's dates are wrong, so that the length of gaps can't be known.
 */
export function journalComplete(
  steps: readonly TakenStep[],
  stored: readonly HistoryCall[],
  spansKnown: boolean,
  wasForgotten: (key: CallKey) => boolean = () => false,
): readonly Violation[] {
  const shown = shownCalls(steps)
  const end = steps.at(-1)?.at ?? 0
  const found: Violation[] = []
  const rows = Map.groupBy(stored, ({ key }) => key)
  for (const [key, facts] of shown) {
    const say = (what: string): void => void found.push({ rule: RULE, at: facts.lastSeenAt, what })
    const [row, ...more] = rows.get(key) ?? []
    if (more.length > 0) say(`${key} is stored ${more.length + 1} times`)
    if (row === undefined) {
      if (!wasForgotten(key)) say(`${key} is not stored`)
    } else for (const text of differences(row, facts, spansKnown)) say(`${key} ${text}`)
  }
  for (const [key, [row]] of rows) {
    if (!shown.has(key) && row?.logged?.unseen !== true)
      found.push({ rule: RULE, at: end, what: `${key} is stored, but no response showed it` })
  }
  return found
}

function differences(row: HistoryCall, facts: Facts, spansKnown: boolean): readonly string[] {
  const outcome = outcomeOf(facts)
  const texts: string[] = []
  const { logged, outcome: stored } = row
  const seen = logged?.polled?.outcome ?? stored
  if (seen !== outcome) texts.push(`is stored as ${seen}, but was ${outcome}`)
  if ((row.endedAt === null) !== (facts.end === 'none')) {
    texts.push(facts.end === 'none' ? 'is stored as ended, but is live' : 'is stored as live, but has ended')
  }
  if (logged !== undefined) return texts
  if ((facts.end === 'lost' || (facts.end === 'blind' && spansKnown)) && row.endSeen)
    texts.push('is stored as seen to end, but was not')
  if ((row.answeredBy ?? null) !== (facts.end === 'none' ? null : facts.colleague))
    texts.push(
      `is stored as answered by ${row.answeredBy ?? 'nobody'}, but ${facts.colleague ?? 'nobody'} was seen with it`,
    )
  if (facts.end === 'seen' && spansKnown && !row.endSeen) texts.push('is stored as not seen to end, but was')
  return texts
}

/** A run that had a gap remembers the ring and reports it as missed; a later run doesn't know its outcome. */
function outcomeOf({ rang, connected, colleague, end }: Facts): HistoryOutcome | null {
  if (end === 'none') return null
  if (connected || colleague !== null) return 'completed'
  return end === 'lost' ? 'unknown' : rang ? 'missed' : 'unanswered'
}
