import { followedPerson } from '../own-phone.ts'
import type { PartConnection } from '../connection.ts'
import type { ClockReport } from '../domain.ts'
import type { SurroundingsState } from '../session/surroundings.ts'
import type { Settings } from '../settings/settings.ts'
import { initialWaiting } from './initial-waiting.ts'
import type { RecordedSurroundings } from './recording.ts'
import type { Redactor } from './redactor.ts'

/** The settings that affect decisions about queues, team and the followed person. */
export type SurroundingsSubject = Pick<
  Settings,
  'wideView' | 'watch' | (keyof RecordedSurroundings & keyof Settings)
>

/** What is known about queues, team and the followed person when a recording starts. */
export interface KnownSurroundings extends Pick<SurroundingsState, 'queues' | 'location' | 'team'> {
  /** The causes of queue alerts that still apply and were announced, as `causeKey` names them. */
  readonly alerted: readonly string[]
}

/**
 * The part of a recording about queues, team and the followed person; thresholds stay as they are, ids are replaced.
 * `asked`: when the requests of the previous minute finished.
 */
export function recordedSurroundings(
  settings: SurroundingsSubject,
  { queues, team, alerted }: KnownSurroundings,
  { redactor, clock, asked }: { redactor: Redactor; clock: ClockReport | null; asked: readonly number[] },
): RecordedSurroundings {
  const { requestsPerMinute, queueThresholdSeconds, queueLength } = settings
  const { alertOnFirstWaiting, alertOnQueueThreshold, alertOnQueueLength } = settings
  const person = followedPerson(settings)
  const at = queues.lastGoodAt
  return {
    person: person === null ? null : exchangedId(person, redactor),
    queues: settings.queues === 'all' ? 'all' : settings.queues.map(redactor.text),
    queueThresholds: Object.fromEntries(
      Object.entries(settings.queueThresholds).map(([id, seconds]) => [redactor.text(id), seconds]),
    ),
    ...{ requestsPerMinute, queueThresholdSeconds, queueLength },
    ...{ alertOnFirstWaiting, alertOnQueueThreshold, alertOnQueueLength },
    waiting: at === null ? null : { at, body: redactor.body(initialWaiting(queues.queues, at, clock)) },
    told: alerted.map((cause) => exchangedCause(cause, redactor)),
    failing: [
      ...(hasFailed(team.connection) ? (['everyone'] as const) : []),
      ...(hasFailed(queues.connection) ? (['queues'] as const) : []),
    ],
    asked,
  }
}

function hasFailed(connection: PartConnection): boolean {
  if (connection.kind === 'connecting') return connection.failure !== null
  return connection.kind === 'stale' || connection.kind === 'refused'
}

/** `kind/id`, with the id replaced. */
function exchangedCause(cause: string, redactor: Redactor): string {
  const [kind = '', ...id] = cause.split('/')
  return `${kind}/${redactor.text(id.join('/'))}`
}

/** Replaced like a number in a body. */
const exchangedId = (id: number, redactor: Redactor): number => Number(redactor.text(String(id)))
