import { initialBelief } from '../clock/api-clock.ts'
import type { ClockBelief } from '../clock/api-clock.ts'
import type { Doubt, Failure } from '../connection.ts'
import type { VisibleViews } from '../contract.ts'
import type { AgentState, SeenExtension } from '../domain.ts'
import { followedPerson } from '../own-phone.ts'
import type { DoneAt } from '../per-minute.ts'
import type { RequestKind } from '../polling/cadence.ts'
import type { PollContext } from '../polling/planner.ts'
import { watchedExtension } from '../team/find-person.ts'
import { NO_SERVER_DATES } from './doubt.ts'
import type { ServerDates } from './doubt.ts'
import { NOTHING_KNOWN } from './reduce.ts'
import { shiftEnded } from './recently-ended.ts'
import type { RecentlyEnded } from './recently-ended.ts'
import type { PollTimes } from './session-types.ts'
import { shifted, shiftTimes } from './shift-times.ts'
import { initialSurroundings, shiftSurroundings, wantsQueues } from './surroundings.ts'
import type { SurroundingsSettings, SurroundingsMemory } from './surroundings.ts'

/** Everything a session remembers. Times are epoch ms by this computer's clock. */
export interface SessionMemory {
  readonly rules: SessionRules
  readonly state: AgentState
  readonly surroundings: SurroundingsMemory
  readonly belief: ClockBelief
  readonly views: VisibleViews
  readonly ended: RecentlyEnded
  /** When the calls of the last minute were first followed. */
  readonly admittedAt: DoneAt
  readonly lastSeen: SeenExtension | null
  /** The watched extension as it was last shown: fills in what a later response leaves out. */
  readonly known: SeenExtension | null
  /** When the last good response was requested. */
  readonly lastRequestedAt: number | null
  readonly lastCallAt: number | null
  /** A response in which a ring was gone, held back until one about everyone shows who took it. */
  readonly held: Held | null
  /** Since when the request about everyone has been failing and isn't used; null once it succeeds. */
  readonly wideFailedAt: number | null
  /**
   * The request whose response contradicted what is known; null once one about the watched extension is accepted. One
   * about everyone may have been about another extension of the person: only the next about everyone decides.
   */
  readonly doubted: RequestKind | null
  readonly dates: ServerDates
  /** The repairs that were logged last, by what they were about. */
  readonly repairs: Readonly<Partial<Record<RequestKind, string>>>
}

/** What stays the same throughout a session. */
export interface SessionRules {
  readonly extension: string
  readonly settings: SurroundingsSettings
  /** The minimum wait after a response, ms. */
  readonly floorMs: number
  /** A longer span without a good response is blind: nothing is assumed about it. */
  readonly blindAfterMs: number
  /** The client abandons a request after this long. */
  readonly timeoutMs: number
}

export interface Held {
  readonly seen: SeenExtension
  readonly times: PollTimes
  /** What went wrong with the requests since; null if the last one showed the same. */
  readonly failure: Failure | Doubt | null
}

/** Before the first response. `zone` is the IANA zone of the settings, `now` epoch ms by this computer's clock. */
export const initialMemory = (rules: SessionRules, zone: string, now: number): SessionMemory => ({
  rules,
  state: NOTHING_KNOWN,
  surroundings: initialSurroundings(rules.settings, rules.extension),
  belief: initialBelief(zone, now),
  views: { queues: false, team: false },
  ended: new Map(),
  admittedAt: [],
  lastSeen: null,
  known: null,
  lastRequestedAt: null,
  lastCallAt: null,
  held: null,
  wideFailedAt: null,
  doubted: null,
  dates: NO_SERVER_DATES,
  repairs: {},
})

/** The extension to request; null while the person isn't logged in anywhere. */
export const targetOf = ({ surroundings }: SessionMemory): string | null =>
  watchedExtension(surroundings.shown.location)

/** The possible requests, the most important first. */
export function wantedRequests(memory: SessionMemory): readonly RequestKind[] {
  const { settings } = memory.rules
  const wantsEveryone = memory.views.team || followedPerson(settings) !== null || memory.held !== null
  return [
    ...(targetOf(memory) === null ? [] : (['extension'] as const)),
    ...(settings.wideView && wantsEveryone ? (['everyone'] as const) : []),
    ...(wantsQueues(settings) ? (['queues'] as const) : []),
  ]
}

export function pollContext(memory: SessionMemory): PollContext {
  const { state, views, lastCallAt, held, rules } = memory
  const { queues } = memory.surroundings.shown.queues
  const breaches = queues.flatMap(({ nextBreachAt }) => nextBreachAt ?? [])
  return {
    phases: state.calls.map(({ phase }) => phase),
    status: state.agent?.status.word ?? null,
    lastCallAt,
    callersWait: queues.some(({ waiting }) => waiting > 0),
    nextBreachAt: breaches.length === 0 ? null : Math.min(...breaches),
    queuesAreWatched: views.queues,
    wideIsWatched: views.team || targetOf(memory) === null,
    wideIsUrgent: held !== null,
    wideMayBeNeeded: rules.settings.wideView,
  }
}

export const shiftMemory = (memory: SessionMemory, ms: number): SessionMemory => ({
  ...shifted(memory, ms, 'lastRequestedAt', 'lastCallAt', 'wideFailedAt'),
  state: shiftTimes(memory.state, ms),
  surroundings: shiftSurroundings(memory.surroundings, ms),
  ended: shiftEnded(memory.ended, ms),
  admittedAt: memory.admittedAt.map((at) => at + ms),
})
