import { dequal } from 'dequal'
import type {
  AgentState,
  Call,
  DeskWarning,
  Failure,
  Place,
  QueuesState,
  SeenExtension,
  TeamState,
} from '../domain.ts'
import { moveQueues } from '../queues/move-queues.ts'
import { NO_QUEUES, reduceQueues } from '../queues/reduce-queues.ts'
import { NOBODY_WAITED, rememberWaiting, waitedOf } from '../queues/waiting-memory.ts'
import type { Settings } from '../settings/settings.ts'
import { deskWarnings } from '../team/desk-warnings.ts'
import { findPerson, watchedExtension } from '../team/find-person.ts'
import { moveTeam } from '../team/move-team.ts'
import { NO_TEAM, reduceTeam } from '../team/reduce-team.ts'
import type { TeamMemory } from '../team/reduce-team.ts'
import type { ClockBelief } from '../telephony/api-clock.ts'
import type { Queue } from '../telephony/client.ts'
import type { Question } from './cadence.ts'
import { partFailed, withPartConnection } from './part-connection.ts'

/** What settings say about the watch around the extension. */
export type AroundSettings = Pick<
  Settings,
  | 'queues'
  | 'queueThresholdSeconds'
  | 'queueThresholds'
  | 'wideView'
  | 'maskTeamNumbers'
  | 'watch'
  | 'requestsPerMinute'
>

/** Nothing but the extension itself. */
export const NOTHING_AROUND: AroundSettings = {
  queues: [],
  queueThresholdSeconds: 0,
  queueThresholds: {},
  wideView: false,
  maskTeamNumbers: false,
  watch: { kind: 'extension' },
  requestsPerMinute: Infinity,
}

/** What is known around the calls of the watched extension. A part that says the same is the same object. */
export interface AroundState {
  readonly queues: QueuesState
  readonly team: TeamState
  readonly place: Place
  readonly warnings: readonly DeskWarning[]
}

/** Keeps queues, team and place from answer to answer. Times are epoch ms by this computer. */
export interface Around {
  state(): AroundState
  /** The extension to ask about; null while the person is nowhere to be found. */
  target(): string | null
  /** The id of the person who is followed; null where an extension is watched. */
  person(): number | null
  wantsQueues(): boolean
  mayAskWide(): boolean
  /** Tells which extension is watched from here on. */
  takeWide(answer: readonly SeenExtension[], at: number, belief: ClockBelief): void
  takeQueues(answer: readonly Queue[], at: number, belief: ClockBelief): void
  /** The watched extension's own answer. */
  takeDesk(seen: SeenExtension): void
  /** The person is no longer where they were found. */
  lose(at: number): void
  fail(question: Exclude<Question, 'extension'>, failure: Failure): void
  /** The last wide answer; null before the first. */
  lastWide(): { readonly answer: readonly SeenExtension[]; readonly at: number } | null
  /** The calls with what is known of their callers' wait; the very same list when that is nothing new. */
  withWaits(calls: readonly Call[]): readonly Call[]
  /** The clock was set forward by so many ms. */
  move(ms: number): void
}

export function createAround(settings: AroundSettings, extension: string): Around {
  const { watch, wideView } = settings
  const person = watch.kind === 'person' && wideView ? watch.userId : null
  const wantsQueues = settings.queues === 'all' || settings.queues.length > 0
  const connecting = { kind: 'connecting', failure: null } as const
  let queues = wantsQueues ? withPartConnection(NO_QUEUES, connecting) : NO_QUEUES
  let team: TeamMemory = wideView
    ? { ...NO_TEAM, state: withPartConnection(NO_TEAM.state, connecting) }
    : NO_TEAM
  let place: Place = person === null ? { kind: 'fixed', extension } : { kind: 'looking' }
  let warnings: readonly DeskWarning[] = []
  let waiting = NOBODY_WAITED
  let told: AroundState = { queues, team: team.state, place, warnings }

  return {
    state() {
      const same =
        told.queues === queues &&
        told.team === team.state &&
        told.place === place &&
        told.warnings === warnings
      if (!same) told = { queues, team: team.state, place, warnings }
      return told
    },
    target: () => watchedExtension(place),
    person: () => person,
    wantsQueues: () => wantsQueues,
    mayAskWide: () => wideView,
    takeWide(answer, at, belief) {
      team = reduceTeam(team, answer, { at, belief, masked: settings.maskTeamNumbers })
      if (person !== null) place = findPerson(place, answer, person, at)
    },
    takeQueues(answer, at, belief) {
      queues = reduceQueues(queues, answer, { at, belief, settings })
      waiting = rememberWaiting(waiting, queues, at)
    },
    takeDesk(seen) {
      const now = deskWarnings(seen, person !== null)
      if (!dequal(now, warnings)) warnings = now
    },
    lose(at) {
      if (place.kind !== 'nowhere') place = { kind: 'nowhere', since: at }
      warnings = warnings.length === 0 ? warnings : []
    },
    fail(question, failure) {
      if (question === 'queues') queues = partFailed(queues, failure)
      else team = { ...team, state: partFailed(team.state, failure) }
    },
    lastWide() {
      const { answer, state } = team
      return answer === null || state.lastGoodAt === null ? null : { answer, at: state.lastGoodAt }
    },
    withWaits(calls) {
      const next = calls.map((call) => {
        const waited = call.waited ?? waitedOf(waiting, call)
        return waited === null || waited === call.waited ? call : { ...call, waited }
      })
      return next.every((call, index) => call === calls[index]) ? calls : next
    },
    move(ms) {
      queues = moveQueues(queues, ms)
      team = moveTeam(team, ms)
      waiting = new Map(
        [...waiting].map(([id, one]) => [
          id,
          { ...one, joinedAt: one.joinedAt + ms, seenAt: one.seenAt + ms },
        ]),
      )
      if ('since' in place) place = { ...place, since: place.since + ms }
    },
  }
}

/** True when nothing differs that can be seen: the age of an answer is no difference while all is well. */
export function looksSameAround(one: AroundState, other: AroundState): boolean {
  return (
    one.place === other.place &&
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

/** A watched extension that nothing is known of yet, while the rest stays: the person moved. */
export const movedAway = (state: AgentState): AgentState => ({
  ...state,
  agent: null,
  calls: [],
  lastGoodAt: null,
})
