import { dequal } from 'dequal'
import type { ClockBelief } from '../clock/api-clock.ts'
import type { Doubt, Failure } from '../connection.ts'
import type { Call, SeenExtension } from '../domain.ts'
import { followedPerson } from '../own-phone.ts'
import type { LoginWarning, AgentLocation, QueuesState, TeamState } from '../surroundings.ts'
import type { RequestKind } from '../polling/cadence.ts'
import { NO_QUEUES, reduceQueues } from '../queues/reduce-queues.ts'
import { NOBODY_WAITED, rememberWaiting, waitedOf } from '../queues/waiting-memory.ts'
import type { WaitingMemory } from '../queues/waiting-memory.ts'
import type { Settings } from '../settings/settings.ts'
import { loginWarnings } from '../team/login-warnings.ts'
import { findPerson } from '../team/find-person.ts'
import { NO_TEAM, reduceTeam } from '../team/reduce-team.ts'
import type { TeamMemory } from '../team/reduce-team.ts'
import type { Queue } from '../telephony/telephony-client.ts'
import { failedConnection, withConnection } from './connection.ts'
import { inDoubt } from './doubt.ts'
import { shiftQueues, shiftTeam, shiftWaiting } from './shift-times.ts'

/** The settings about queues, team and the followed person. */
export type SurroundingsSettings = Pick<
  Settings,
  | 'queues'
  | 'queueThresholdSeconds'
  | 'queueThresholds'
  | 'wideView'
  | 'maskTeamNumbers'
  | 'watch'
  | 'requestsPerMinute'
>

/** Only the extension itself. */
export const NO_SURROUNDINGS: SurroundingsSettings = {
  queues: [],
  queueThresholdSeconds: 0,
  queueThresholds: {},
  wideView: false,
  maskTeamNumbers: false,
  watch: { kind: 'extension' },
  requestsPerMinute: Infinity,
}

/** What is known in addition to the calls of the watched extension. An unchanged part is the same object. */
export interface SurroundingsState {
  readonly queues: QueuesState
  readonly team: TeamState
  readonly location: AgentLocation
  readonly warnings: readonly LoginWarning[]
}

/**
 * What is remembered of the surroundings from one response to the next. Times are epoch ms by this computer's clock.
 */
export interface SurroundingsMemory {
  readonly shown: SurroundingsState
  readonly team: TeamMemory
  readonly waiting: WaitingMemory
}

/** Before the first response. */
export function initialSurroundings(settings: SurroundingsSettings, extension: string): SurroundingsMemory {
  const connecting = { kind: 'connecting', failure: null } as const
  const team = settings.wideView ? { ...NO_TEAM, state: withConnection(NO_TEAM.state, connecting) } : NO_TEAM
  return {
    team,
    waiting: NOBODY_WAITED,
    shown: {
      queues: wantsQueues(settings) ? withConnection(NO_QUEUES, connecting) : NO_QUEUES,
      team: team.state,
      location: followedPerson(settings) === null ? { kind: 'fixed', extension } : { kind: 'looking' },
      warnings: [],
    },
  }
}

export const wantsQueues = ({ queues }: SurroundingsSettings): boolean =>
  queues === 'all' || queues.length > 0

/** After a response about everyone: the team, and where the person is. */
export function everyoneSeen(
  memory: SurroundingsMemory,
  seen: readonly SeenExtension[],
  at: number,
  belief: ClockBelief,
  settings: SurroundingsSettings,
): SurroundingsMemory {
  const team = reduceTeam(memory.team, seen, { at, belief, masked: settings.maskTeamNumbers })
  const person = followedPerson(settings)
  const { location } = memory.shown
  const found = person === null ? location : findPerson(location, seen, person, at)
  return showing({ ...memory, team }, { team: team.state, location: found })
}

export function queuesSeen(
  memory: SurroundingsMemory,
  seen: readonly Queue[],
  at: number,
  belief: ClockBelief,
  settings: SurroundingsSettings,
): SurroundingsMemory {
  const queues = reduceQueues(memory.shown.queues, seen, { at, belief, settings })
  const waiting = rememberWaiting(memory.waiting, queues, at)
  return showing({ ...memory, waiting }, { queues })
}

/** After a response about the watched extension: its likely problems. */
export function deskSeen(
  memory: SurroundingsMemory,
  seen: SeenExtension,
  settings: SurroundingsSettings,
): SurroundingsMemory {
  const warnings = loginWarnings(seen, followedPerson(settings) !== null)
  return dequal(warnings, memory.shown.warnings) ? memory : showing(memory, { warnings })
}

/** The person is no longer where they were found. */
export function personLost(memory: SurroundingsMemory, at: number): SurroundingsMemory {
  const { location, warnings } = memory.shown
  return showing(memory, {
    location: location.kind === 'nowhere' ? location : { kind: 'nowhere', since: at },
    warnings: warnings.length === 0 ? warnings : [],
  })
}

/** After a failed request: what was known stays, and a refusal right after a good response is doubted. */
export function partFailed(
  memory: SurroundingsMemory,
  about: Exclude<RequestKind, 'extension'>,
  failure: Failure | Doubt,
): SurroundingsMemory {
  const { queues } = memory.shown
  const { state } = memory.team
  if (about === 'queues') {
    const failed = withConnection(queues, failedPart(queues, failure))
    return showing(memory, { queues: failed })
  }
  const failed = withConnection(state, failedPart(state, failure))
  return showing({ ...memory, team: { ...memory.team, state: failed } }, { team: failed })
}

const failedPart = ({ connection, lastGoodAt }: QueuesState | TeamState, failure: Failure | Doubt) =>
  failedConnection(connection.kind === 'live' ? inDoubt(failure) : failure, lastGoodAt)

/** What is shown stays the same object while each of its parts does. */
function showing(memory: SurroundingsMemory, parts: Partial<SurroundingsState>): SurroundingsMemory {
  const shown = { ...memory.shown, ...parts }
  const { queues, team, location, warnings } = memory.shown
  const same =
    shown.queues === queues &&
    shown.team === team &&
    shown.location === location &&
    shown.warnings === warnings
  return same ? memory : { ...memory, shown }
}

/** The last response about everyone, if it arrived within `maxAgeMs` before `at`; otherwise empty. */
export function freshEveryone(
  { team: { answer, state } }: SurroundingsMemory,
  at: number,
  maxAgeMs: number,
): readonly SeenExtension[] {
  return answer !== null && state.lastGoodAt !== null && at - state.lastGoodAt <= maxAgeMs ? answer : []
}

/** The calls with what is known about their callers' wait; the same list when nothing is new. */
export function withWaits({ waiting }: SurroundingsMemory, calls: readonly Call[]): readonly Call[] {
  const next = calls.map((call) => {
    const waited = call.waited ?? waitedOf(waiting, call)
    return waited === null || waited === call.waited ? call : { ...call, waited }
  })
  return next.every((call, index) => call === calls[index]) ? calls : next
}

export function shiftSurroundings(memory: SurroundingsMemory, ms: number): SurroundingsMemory {
  const { shown } = memory
  const team = shiftTeam(memory.team, ms)
  const location =
    'since' in shown.location ? { ...shown.location, since: shown.location.since + ms } : shown.location
  return {
    team,
    waiting: shiftWaiting(memory.waiting, ms),
    shown: { ...shown, queues: shiftQueues(shown.queues, ms), team: team.state, location },
  }
}

/** True when nothing visible differs: the age of a response isn't a difference while there is no failure. */
export function looksSameSurroundings(one: SurroundingsState, other: SurroundingsState): boolean {
  return (
    one.location === other.location &&
    one.warnings === other.warnings &&
    one.team.rows === other.team.rows &&
    one.queues.queues === other.queues.queues &&
    one.queues.unknown === other.queues.unknown &&
    one.queues.repeated === other.queues.repeated &&
    one.queues.gone === other.queues.gone &&
    dequal(one.team.connection, other.team.connection) &&
    dequal(one.queues.connection, other.queues.connection)
  )
}
