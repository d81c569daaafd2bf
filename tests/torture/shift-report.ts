import type { Shift } from './run-shift.ts'
import type { Violation } from './violation.ts'

/** A shift in figures. */
export interface ShiftReport {
  /** Its number in the run. */
  readonly shift: number
  readonly polls: number
  /** Rings that at least one good response showed. */
  readonly rings: number
  readonly ringAlerts: number
  readonly missedAlerts: number
  /** Pages that opened, events that were accepted, wishes about recordings, and muted spans that were stored. */
  readonly acts: Readonly<Record<'pages' | 'events' | 'wishes' | 'mutedSpans' | 'statuses', number>>
  /** How often each network fault occurred, and how often everything else happened. */
  readonly faults: Readonly<Record<string, number>>
  readonly violations: readonly Violation[]
}

export function shiftReport(shift: number, run: Shift, violations: readonly Violation[]): ShiftReport {
  const { steps, story, polls, faults } = run
  const rings = run.taken.flatMap(({ what }) =>
    what.kind === 'good'
      ? what.view.calls.filter(({ word }) => word === 'Ringing').map(({ leg }) => leg)
      : [],
  )
  const alerts = steps.flatMap((step) => step.alerts.map(({ kind }) => kind))
  const deaths = steps.filter(({ died }) => died).map(() => 'death while acting')
  const others = [...story.incidents.map(({ kind }) => kind), ...deaths].filter(
    (kind) => !['wire', 'log', 'caller', 'mute', 'note', 'status'].includes(kind),
  )
  return {
    shift,
    polls,
    rings: new Set(rings).size,
    ringAlerts: alerts.filter((kind) => kind === 'ring').length,
    missedAlerts: alerts.filter((kind) => kind === 'missed').length,
    acts: {
      pages: run.left.filter(({ what }) => what === 'page').length,
      events: run.left.filter(({ what }) => what === 'event').length,
      wishes: run.wishes.length,
      statuses: run.statuses.filter(({ what }) => what === 'sent').length,
      mutedSpans: run.stored.calls.reduce((sum, { mutes = [] }) => sum + mutes.length, 0),
    },
    faults: added(Object.fromEntries(faults), counted(others)),
    violations,
  }
}

/** The sum of two counts. */
export function added(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries([...keys].map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]))
}

function counted(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
