import { alertedOnce } from './checks/alerted-once.ts'
import { blindSpotsTold } from './checks/blind-spots-told.ts'
import { endedAsSeen } from './checks/ended-as-seen.ts'
import { endedWhenLastSeen } from './checks/ended-when-last-seen.ts'
import { journalComplete } from './checks/journal-complete.ts'
import { ledgerComplete } from './checks/ledger-complete.ts'
import { stateIsLastAnswer } from './checks/state-is-last-answer.ts'
import { trueDurations } from './checks/true-durations.ts'
import { trueTimers } from './checks/true-timers.ts'
import { withdrawnInTime } from './checks/withdrawn-in-time.ts'
import type { Shift } from './run-shift.ts'
import type { Story } from './story.ts'
import type { Violation } from './violation.ts'

const DATE_MS = 1_000 // a clock that is wrong by less can't be told from a right one: `Date` counts whole seconds

/** Every rule that the shift broke, the earliest first. */
export function checkShift({
  story,
  steps,
  truth,
  kept,
  complaints,
  timersLeft,
}: Shift): readonly Violation[] {
  const found = [
    ...complaints,
    ...alertedOnce(steps, truth),
    ...withdrawnInTime(steps),
    ...endedAsSeen(steps),
    ...stateIsLastAnswer(steps),
    ...journalComplete(steps, kept.calls),
    ...ledgerComplete(steps, kept.report),
    ...(clockStandsRight(story)
      ? [...blindSpotsTold(steps, kept.report.blindSpots), ...endedWhenLastSeen(steps, kept.calls)]
      : []),
    ...(canTellTime(story)
      ? [...trueDurations(steps, truth, clockStandsRight(story) ? 0 : DATE_MS), ...trueTimers(steps)]
      : []),
    ...(timersLeft === 0
      ? []
      : [{ rule: 'nothing left over', at: story.startAt + story.lastsMs, what: `${timersLeft} timers` }]),
  ]
  return found.toSorted((one, other) => one.at - other.at)
}

/** False where the wire itself says the wrong time, or nothing at all can be known of it. */
function canTellTime({ incidents, accountZone, settingsZone }: Story): boolean {
  const lies = incidents.some(
    (incident) => incident.kind === 'wire' && ['older', 'no-date', 'odd-date'].includes(incident.fault),
  )
  return !lies && accountZone === settingsZone
}

const clockStandsRight = ({ clockErrorMs, incidents }: Story): boolean =>
  clockErrorMs === 0 && incidents.every(({ kind }) => kind !== 'clock-set')
