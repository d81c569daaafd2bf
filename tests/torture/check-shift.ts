import { asLogged } from './call-log/checks/as-logged.ts'
import { asksRarely } from './call-log/checks/asks-rarely.ts'
import { gapsNamed } from './call-log/checks/gaps-named.ts'
import { oneTruth } from './call-log/checks/one-truth.ts'
import { onlyTheirs } from './call-log/checks/only-theirs.ts'
import { toDoList } from './call-log/checks/to-do-list.ts'
import type { Evening } from './call-log/evening.ts'
import type { CallKey } from '../../core/domain.ts'
import { isSamePhone } from './call-log/match-calls.ts'
import { alertedOnce } from './checks/alerted-once.ts'
import { atMostOnce } from './checks/at-most-once.ts'
import { blindSpotsReported } from './checks/blind-spots-reported.ts'
import { confirmedBySnapshot } from './checks/confirmed-by-snapshot.ts'
import { dialledOnce } from './checks/dialled-once.ts'
import { endedAsSeen } from './checks/ended-as-seen.ts'
import { endedWhenLastSeen } from './checks/ended-when-last-seen.ts'
import { followsAgent } from './checks/follows-agent.ts'
import { foundInTime } from './checks/found-in-time.ts'
import { journalComplete } from './checks/journal-complete.ts'
import { ledgerComplete } from './checks/ledger-complete.ts'
import { mutedSpansApart } from './checks/muted-spans-apart.ts'
import { notesStored } from './checks/notes-stored.ts'
import { ownShare } from './checks/own-share.ts'
import { queueAlertsOnce } from './checks/queue-alerts-once.ts'
import { stateIsLastResponse } from './checks/state-is-last-response.ts'
import { statusAtMostOnce } from './checks/status-at-most-once.ts'
import { trueDurations } from './checks/true-durations.ts'
import { trueTimers } from './checks/true-timers.ts'
import { withdrawnInTime } from './checks/withdrawn-in-time.ts'
import { withinBudget } from './checks/within-budget.ts'
import type { Shift } from './run-shift.ts'
import { settingsOf } from './settings-of.ts'
import type { Story } from './story.ts'
import type { Violation } from './violation.ts'

const DATE_MS = 1_000 // a smaller error of the clock can't be detected: `Date` counts whole seconds

/** Every rule that the shift broke, the earliest first. */
export function checkShift(shift: Shift): readonly Violation[] {
  const { story, taken, truth, stored, complaints, timersLeft, notes, forgotten } = shift
  const timesForgotten = forgettings(shift)
  const wasForgotten = (key: CallKey): boolean => timesForgotten(key, Infinity) > 0
  const ended = story.startAt + story.lastsMs
  const found = [
    ...complaints,
    ...alertedOnce(taken, truth),
    ...withdrawnInTime(taken),
    ...endedAsSeen(taken),
    ...stateIsLastResponse(taken),
    ...journalComplete(taken, stored.calls, !wireLies(story), wasForgotten),
    ...ledgerComplete(taken, stored.report, forgotten.length > 0),
    ...(clockStandsRight(story)
      ? [
          ...blindSpotsReported(taken, stored.report.blindSpots, story.watched !== 'extension'),
          ...(wireLies(story) ? [] : endedWhenLastSeen(taken, stored.calls)),
        ]
      : []),
    ...(canTellTime(story)
      ? [...trueDurations(taken, truth, clockStandsRight(story) ? 0 : DATE_MS), ...trueTimers(taken)]
      : []),
    ...dialledOnce(shift.dials),
    ...notesStored(notes, stored.calls, wasForgotten),
    // Once there is space, the file receives everything that only memory had, long before the end.
    ...(stored.inMemory ? [{ rule: 'file in use again', at: ended, what: 'memory only' }] : []),
    ...aroundRules(shift),
    ...logRules(shift),
    ...actingRules(shift, timesForgotten),
    ...(timersLeft === 0 ? [] : [{ rule: 'nothing left over', at: ended, what: `${timersLeft} timers` }]),
  ]
  return found.toSorted((one, other) => one.at - other.at)
}

/** How often the caller of a call was forgotten between its start and a true time. */
function forgettings({ world, forgotten }: Shift): (key: CallKey, before: number) => number {
  const of = new Map<CallKey, readonly number[]>()
  for (const { startedAt, phone, extension, ids } of world) {
    const times = forgotten.filter((one) => startedAt < one.at && isSamePhone(one.phone, phone))
    for (const id of ids)
      of.set(
        `${extension}/${id}`,
        times.map(({ at }) => at),
      )
  }
  return (key, before) => of.get(key)?.filter((at) => at <= before).length ?? 0
}

function actingRules(
  { story, steps, taken, left, wishes, statuses, stored }: Shift,
  timesForgotten: ReturnType<typeof forgettings>,
): readonly Violation[] {
  if (!story.acts) return []
  return [
    ...atMostOnce(left, steps, timesForgotten),
    ...confirmedBySnapshot(taken, wishes),
    ...statusAtMostOnce(statuses, steps),
    ...mutedSpansApart(stored.calls, clockStandsRight(story)),
  ]
}

/** The history against the world's truth, once the day is over. */
function logRules(shift: Shift): readonly Violation[] {
  const { story, world, taken, stored, logAnswers, forgotten, dismissals } = shift
  if (!story.callLog) return []
  const evening: Evening = {
    ...{ at: story.startAt + story.lastsMs, world, taken, answers: logAnswers, forgotten },
    ...{ stored: stored.calls, missed: stored.missed, open: stored.open, dismissed: dismissals },
    ...{ blindSpots: stored.report.blindSpots, clockRight: clockStandsRight(story) && !wireLies(story) },
  }
  return [
    ...oneTruth(evening),
    ...onlyTheirs(evening),
    ...asLogged(evening),
    ...gapsNamed(evening),
    ...toDoList(evening),
    ...asksRarely(logAnswers, evening.clockRight),
  ]
}

/** Queues, the agent, and the limit for all requests together. */
function aroundRules({ story, steps, taken, requests, truth, watched }: Shift): readonly Violation[] {
  const { requestsPerMinute, queueThresholdSeconds, queueLength } = settingsOf(story, '', 0)
  if (story.watched === 'extension') return []
  const limits = { thresholdMs: queueThresholdSeconds * 1000, length: queueLength }
  return [
    ...followsAgent(steps, taken, watched.person),
    ...foundInTime(steps, truth, watched),
    ...withinBudget(requests, requestsPerMinute),
    ...ownShare(requests, steps),
    ...queueAlertsOnce(steps, limits, canTellTime(story) && clockStandsRight(story)),
  ]
}

/** The server's dates are wrong. */
const wireLies = ({ incidents }: Story): boolean =>
  incidents.some(
    (incident) => incident.kind === 'wire' && ['older', 'no-date', 'odd-date'].includes(incident.fault),
  )

/** False if the server's dates are wrong, or the time can't be known at all. */
const canTellTime = (story: Story): boolean => !wireLies(story) && story.accountZone === story.settingsZone

const clockStandsRight = ({ clockErrorMs, incidents }: Story): boolean =>
  clockErrorMs === 0 && incidents.every(({ kind }) => kind !== 'clock-set')
