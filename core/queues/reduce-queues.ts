import { dequal } from 'dequal'
import type { QueueCaller, QueueName, QueuesState, WatchedQueue } from '../surroundings.ts'
import type { Settings } from '../settings/settings.ts'
import type { ClockBelief } from '../clock/api-clock.ts'
import type { Queue } from '../telephony/telephony-client.ts'
import { joinedAt } from './joined-at.ts'

/** Before the first response, and while no queue is watched. */
export const NO_QUEUES: QueuesState = {
  connection: { kind: 'off' },
  queues: [],
  unknown: [],
  lastGoodAt: null,
}

/** The maximum of listed callers: more are only counted. */
export const MAX_LISTED_CALLERS = 200

/** What else is known when a response about queues arrives at `at`, epoch ms by this computer's clock. */
export interface QueuesAnswered {
  readonly at: number
  readonly belief: ClockBelief
  readonly settings: Pick<Settings, 'queues' | 'queueThresholdSeconds' | 'queueThresholds'>
}

/**
 * A good response about queues: the chosen ones, each the same object while unchanged. A queue listed
 * twice counts once, with the callers of both, and is reported; a missing chosen one is reported as unknown, and any
 * other that existed before as gone.
 */
export function reduceQueues(
  before: QueuesState,
  seen: readonly Queue[],
  { at, belief, settings }: QueuesAnswered,
): QueuesState {
  const known = new Map(before.queues.map((queue) => [queue.id, queue]))
  const chosen = settings.queues
  const wanted = onceEach(seen).filter(({ id }) => chosen === 'all' || chosen.includes(id))
  const queues = wanted.map((queue) => {
    const was = known.get(queue.id)
    const now = watched(was, queue, thresholdOf(queue, settings), at, belief)
    return was !== undefined && dequal(was, now) ? was : now
  })
  const there = new Set(wanted.map(({ id }) => id))
  const unknown = chosen === 'all' ? [] : chosen.filter((id) => !there.has(id))
  const same = queues.length === before.queues.length && queues.every((one, i) => one === before.queues[i])
  const repeated = repeatedIn(seen).filter(({ id }) => there.has(id))
  const gone = [...(before.gone ?? []), ...before.queues.map(nameOf)].filter(({ id }) => !there.has(id))
  return {
    connection: { kind: 'live' },
    queues: same ? before.queues : queues,
    unknown: reused(before.unknown, unknown),
    repeated: reused(before.repeated, repeated),
    gone: reused(before.gone, chosen === 'all' ? gone : []),
    lastGoodAt: at,
  }
}

/** In seconds. The id comes from the API and may be the name of an inherited property, such as `constructor`. */
const thresholdOf = (
  { id }: Queue,
  { queueThresholds, queueThresholdSeconds }: QueuesAnswered['settings'],
): number =>
  Object.hasOwn(queueThresholds, id) ? (queueThresholds[id] ?? queueThresholdSeconds) : queueThresholdSeconds

const nameOf = ({ id, name }: QueueName): QueueName => ({ id, name })

const repeatedIn = (seen: readonly Queue[]): readonly QueueName[] =>
  groupedById(seen).flatMap((same) => (same.length > 1 ? [nameOf(same.reduce(merged))] : []))

const reused = <T>(before: T | undefined, now: T): T =>
  before !== undefined && dequal(before, now) ? before : now

const groupedById = (seen: readonly Queue[]): readonly (readonly Queue[])[] => [
  ...Map.groupBy(seen, ({ id }) => id).values(),
]

const onceEach = (seen: readonly Queue[]): readonly Queue[] =>
  groupedById(seen).map((same) => same.reduce(merged))

function merged(one: Queue, other: Queue): Queue {
  const known = new Set(one.callers.map(({ callId }) => callId))
  const more = other.callers.filter(({ callId }) => callId === '' || !known.has(callId))
  return { ...one, name: one.name || other.name, callers: [...one.callers, ...more] }
}

function watched(
  before: WatchedQueue | undefined,
  { id, name, callers }: Queue,
  thresholdSeconds: number,
  at: number,
  belief: ClockBelief,
): WatchedQueue {
  const known = new Map(before?.callers.map((caller) => [caller.callId, caller.joinedAt]))
  const waiting = callers
    .map((caller): QueueCaller => {
      const was = caller.callId === '' ? undefined : known.get(caller.callId)
      return { callId: caller.callId, phone: caller.phone, joinedAt: joinedAt(was, caller, at, belief) }
    })
    .sort((one, other) => one.joinedAt - other.joinedAt)
  const breaches = waiting.map((caller) => caller.joinedAt + thresholdSeconds * 1000)
  const breached = breaches.filter((breach) => breach <= at).length
  return {
    id,
    name,
    waiting: waiting.length,
    callers: waiting.slice(0, MAX_LISTED_CALLERS),
    longestSince: waiting[0]?.joinedAt ?? null,
    thresholdSeconds,
    breached,
    nextBreachAt: breaches[breached] ?? null,
  }
}
