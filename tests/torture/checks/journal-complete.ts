import type { HistoryCall, HistoryOutcome } from '../../../core/history/history-call.ts'
import { shownCalls, type ShownCall } from '../shown-calls.ts'
import type { TakenStep } from '../taken-step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'journal complete'

type Facts = Omit<ShownCall, 'ivrid' | 'lastSeenAt' | 'lastStay'>

/**
 * Every call that a good answer showed is kept, once, with its outcome and whether its end was seen; and no other.
 * `spansKnown`: false where the wire lies about the time, and nobody can tell how long there was no answer.
 */
export function journalComplete(
  steps: readonly TakenStep[],
  kept: readonly HistoryCall[],
  spansKnown: boolean,
): readonly Violation[] {
  const shown = shownCalls(steps)
  const end = steps.at(-1)?.at ?? 0
  const found: Violation[] = []
  const rows = Map.groupBy(kept, ({ key }) => key)
  for (const [key, facts] of shown) {
    const say = (what: string): void => void found.push({ rule: RULE, at: facts.lastSeenAt, what })
    const [row, ...more] = rows.get(key) ?? []
    if (more.length > 0) say(`${key} is kept ${more.length + 1} times`)
    if (row === undefined) say(`${key} is not kept`)
    else for (const text of differences(row, facts, spansKnown)) say(`${key} ${text}`)
  }
  for (const key of rows.keys()) {
    if (!shown.has(key)) found.push({ rule: RULE, at: end, what: `${key} is kept, and no answer showed it` })
  }
  return found
}

function differences(row: HistoryCall, facts: Facts, spansKnown: boolean): readonly string[] {
  const outcome = outcomeOf(facts)
  const texts: string[] = []
  if (row.outcome !== outcome) texts.push(`is kept as ${row.outcome}, and was ${outcome}`)
  if ((row.endedAt === null) !== (facts.end === 'none')) {
    texts.push(facts.end === 'none' ? 'is kept as over, and lives' : 'is kept as live, and is over')
  }
  if ((facts.end === 'lost' || (facts.end === 'blind' && spansKnown)) && row.endSeen)
    texts.push('is kept as seen to end, and was not')
  if ((row.answeredBy ?? null) !== (facts.end === 'none' ? null : facts.colleague))
    texts.push(
      `is kept as answered by ${row.answeredBy ?? 'nobody'}, and ${facts.colleague ?? 'nobody'} was seen with it`,
    )
  if (facts.end === 'seen' && spansKnown && !row.endSeen) texts.push('is kept as not seen to end, and was')
  return texts
}

/** A run that was blind remembers the ring, and tells it as missed; a later run knows nothing of what it came to. */
function outcomeOf({ rang, connected, colleague, end }: Facts): HistoryOutcome | null {
  if (end === 'none') return null
  if (connected || colleague !== null) return 'completed'
  return end === 'lost' ? 'unknown' : rang ? 'missed' : 'unanswered'
}
