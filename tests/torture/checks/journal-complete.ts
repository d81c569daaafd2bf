import type { KeptCall, KeptOutcome } from '../../../core/journal/kept-call.ts'
import type { Step } from '../step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'journal complete'

/** What the good answers of all runs have shown of a call. */
interface Shown {
  readonly lastSeenAt: number
  readonly lastRun: number
  readonly rang: boolean
  readonly connected: boolean
  /** How it went on: not yet known, seen to end by the run that had seen it live, or gone when a later run looked. */
  readonly end: 'none' | 'seen' | 'lost'
}

/** Every call that a good answer showed is kept, once, with its outcome and whether its end was seen; and no other. */
export function journalComplete(steps: readonly Step[], kept: readonly KeptCall[]): readonly Violation[] {
  const shown = shownBy(steps)
  const end = steps.at(-1)?.at ?? 0
  const found: Violation[] = []
  const rows = Map.groupBy(kept, ({ ivrid }) => ivrid)
  for (const [ivrid, { lastSeenAt, ...facts }] of shown) {
    const say = (what: string): void => void found.push({ rule: RULE, at: lastSeenAt, what })
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

function differences(row: KeptCall, facts: Omit<Shown, 'lastSeenAt'>): readonly string[] {
  const outcome = outcomeOf(facts)
  const texts: string[] = []
  if (row.outcome !== outcome) texts.push(`is kept as ${row.outcome}, and was ${outcome}`)
  if ((row.endedAt === null) !== (facts.end === 'none')) {
    texts.push(facts.end === 'none' ? 'is kept as over, and lives' : 'is kept as live, and is over')
  }
  if (facts.end === 'lost' && row.endSeen) texts.push('is kept as seen to end, and was not')
  if (facts.end === 'seen' && !row.endSeen) texts.push('is kept as not seen to end, and was')
  return texts
}

function outcomeOf({ rang, connected, end }: Omit<Shown, 'lastSeenAt'>): KeptOutcome | null {
  if (end === 'none') return null
  if (connected) return 'completed'
  return end === 'lost' ? 'unknown' : rang ? 'missed' : 'unanswered'
}

function shownBy(steps: readonly Step[]): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>()
  const live = new Set<string>()
  for (const { what, at, run } of steps) {
    if (what.kind !== 'good') continue
    const present = new Set(what.view.calls.map(({ ivrid }) => ivrid))
    for (const ivrid of live) {
      const before = shown.get(ivrid)
      if (before === undefined || present.has(ivrid)) continue
      shown.set(ivrid, { ...before, end: before.lastRun === run ? 'seen' : 'lost' })
      live.delete(ivrid)
    }
    for (const { ivrid, word } of what.view.calls) {
      const before = shown.get(ivrid)
      const rang = before?.rang === true || word === 'Ringing'
      const connected = before?.connected === true || word === 'Talking' || word === 'Hold'
      shown.set(ivrid, { lastSeenAt: at, lastRun: run, rang, connected, end: 'none' })
      live.add(ivrid)
    }
  }
  return shown
}
