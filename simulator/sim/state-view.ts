import type { Fault } from '../faults/fault.ts'
import type { Agent, Leg, Seen } from '../world/model.ts'
import type { World } from '../world/world.ts'

/** The options with which the centre runs, for the control page to show. */
export interface Setting {
  readonly scenario: string
  readonly seed: number
  readonly speed: number
}

/** The entire present state as plain JSON data; times in true epoch ms. */
export function stateView(world: World, setting: Setting, faults: readonly Fault[]): object {
  return {
    now: world.now(),
    zone: world.clock.zone,
    ...setting,
    quiet: world.isQuiet(),
    agents: world.agents().map(agentView),
    queues: world.queues().map((queue) => ({
      id: queue.id,
      name: queue.name,
      did: queue.did,
      callers: world.waiting(queue).map(({ ivrid, phone, joinedAt }) => ({ ivrid, phone, joinedAt })),
    })),
    callLog: logView(world),
    faults,
  }
}

function logView({ callLog, now }: World): object {
  const { leastMs, mostMs } = callLog.lag()
  return { records: callLog.records(now()).length, leastSeconds: leastMs / 1000, mostSeconds: mostMs / 1000 }
}

const agentView = (agent: Seen<Agent>): object => ({
  extension: agent.extension,
  name: agent.name,
  userId: agent.userId,
  representative: agent.representative,
  status: agent.status,
  loggedIn: agent.onlineUserId !== 0,
  calls: agent.legs.map(legView),
})

const legView = ({ call, phase, startedAt, answeredAt, muted }: Seen<Leg>): object => ({
  ivrid: call.ivrid,
  phase,
  direction: call.direction,
  phone: call.phone,
  name: call.name,
  did: call.did,
  startedAt,
  answeredAt,
  muted,
  byHand: call.byHand,
})
