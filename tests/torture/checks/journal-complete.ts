import type { KeptCall, KeptOutcome } from '../../../core/journal/kept-call.ts'
import { shownCalls, type ShownCall } from '../shown-calls.ts'
import type { Step } from '../step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'journal complete'

type Facts = Omit<ShownCall, 'lastSeenAt' | 'lastRun'>

/** Every call that a good answer showed is kept, once, with its outcome and whether its end was seen; and no other. */
export function journalComplete(steps: readonly Step[], kept: readonly KeptCall[]): readonly Violation[] {
  const shown = shownCalls(steps)
  const end = steps.at(-1)?.at ?? 0
  const found: Violation[] = []
  const rows = Map.groupBy(kept, ({ ivrid }) => ivrid)
  for (const [ivrid, facts] of shown) {
    const say = (what: string): void => void found.push({ rule: RULE, at: facts.lastSeenAt, what })
    const [row, ...more] = rows.get(ivrid) ?? []
    if (more.length > 0) say(`${ivrid} is kept ${more.length + 1} times`)
    if (row === undefined) say(`${ivrid} is not kept`)
    else for (const text of differences(row, facts)) say(`${ivrid} ${text}`)
  }
  for (const ivrid of rows.keys()) {
    if (!shown.has(ivrid))
      found.push({ rule: RULE, at: end, what: `${ivrid} is kept, and no answer showed it` })
  }
  return found
}

function differences(row: KeptCall, facts: Facts): readonly string[] {
  const outcome = outcomeOf(facts)
  const texts: string[] = []
  if (row.outcome !== outcome) texts.push(`is kept as ${row.outcome}, and was ${outcome}`)
  if ((row.endedAt === null) !== (facts.end === 'none')) {
    texts.push(facts.end === 'none' ? 'is kept as over, and lives' : 'is kept as live, and is over')
  }
  if ((facts.end === 'lost' || facts.end === 'blind') && row.endSeen)
    texts.push('is kept as seen to end, and was not')
  if (facts.end === 'seen' && !row.endSeen) texts.push('is kept as not seen to end, and was')
  return texts
}

/** A run that was blind remembers the ring, and tells it as missed; a later run knows nothing of what it came to. */
function outcomeOf({ rang, connected, end }: Facts): KeptOutcome | null {
  if (end === 'none') return null
  if (connected) return 'completed'
  return end === 'lost' ? 'unknown' : rang ? 'missed' : 'unanswered'
}
