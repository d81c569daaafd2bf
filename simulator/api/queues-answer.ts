import type { Call, Queue, Seen } from '../world/model.ts'
import { apiSeconds } from '../world/wall-clock.ts'
import type { World } from '../world/world.ts'
import { authorise, NOT_UNDERSTOOD, REFUSED } from './authorise.ts'
import type { Account } from './extensions-answer.ts'
import { readText, type Parameters } from './parameters.ts'

const UNKNOWN_QUEUE = { ERR: 2, DESC: 'Queue is not found in this account', QUEUES: [] } as const

/** The body of GetQueuesCallers: keys, types and order as in the documented response. */
export function queuesAnswer(world: World, account: Account, parameters: Parameters | null): object {
  const leave = authorise(parameters, account.code, account.wrongCode)
  if (leave === 'refused' || parameters === null) return REFUSED
  if (leave === 'empty') return list([])
  const wanted = readText(parameters, 'queue')
  if (wanted === undefined) return NOT_UNDERSTOOD
  const queues = world.queues().filter(({ id }) => wanted === null || String(id) === wanted)
  return queues.length === 0 ? UNKNOWN_QUEUE : list(queues.map((queue) => queueOf(queue, world)))
}

const list = (queues: readonly object[]): object => ({ ERR: 0, DESC: 'OK', QUEUES: queues })

function queueOf(queue: Seen<Queue>, world: World): object {
  const callers = world.waiting(queue).map((call) => callerOf(call, world))
  return { Name: queue.name, ID: queue.id, Weight: queue.weight, Callers: callers }
}

/** `JoinTime + Duration` is the API's "now" to the second, except in the hour in which the clocks change. */
function callerOf(call: Seen<Call>, { clock, now }: World): object {
  const joinedAt = call.joinedAt ?? call.beganAt
  const waited = Math.floor(now() / 1000) - Math.floor(joinedAt / 1000)
  return { Phone: call.phone, CallID: call.ivrid, JoinTime: apiSeconds(joinedAt, clock), Duration: waited }
}
