import type { CallLogWriter } from './call-log.ts'
import { LOGIN, type Cast } from './cast.ts'
import type { Agent, Call, Leg, Queue } from './model.ts'
import type { Timeline } from './timeline.ts'
import type { LegEnd, Truth } from './truth.ts'

/** The properties of a new call; the rest is drawn at random or empty. */
export interface CallPlan {
  readonly ivrid: string
  readonly direction: string
  readonly phone: string
  readonly name: string
  readonly did: string
  readonly customData?: Readonly<Record<string, unknown>>
  readonly byHand?: boolean
  /** Placed over the API. */
  readonly clicked?: boolean
}

/** Every change that can happen to a call, each recorded in the truth. Decides nothing and draws nothing at random. */
export interface Switchboard extends Cast {
  /** Live calls, by id, oldest first. */
  readonly calls: ReadonlyMap<string, Call>
  agent(extension: string): Agent | undefined
  begin(plan: CallPlan): Call
  joinQueue(call: Call, queue: Queue): void
  ring(call: Call, agent: Agent): Leg
  dial(call: Call, agent: Agent): Leg
  /** Makes the agent's own phone ring for a call placed over the API; the API shows it as ringing or as dialling. */
  ringOwn(call: Call, agent: Agent, phase: 'Ringing' | 'Dialing'): Leg
  /** The agent picks up that phone: from now on the target is dialled. */
  pickUp(leg: Leg): void
  /** Connects a leg: the call leaves its queue and rings nowhere else. The API reports it `lateMs` later. */
  answer(leg: Leg, lateMs?: number): void
  hold(leg: Leg): void
  resume(leg: Leg): void
  mute(leg: Leg, muted: boolean): void
  /** Ends one leg, and the call with its last one, unless it still waits in a queue. */
  drop(leg: Leg, why: LegEnd): void
  /** Ends the whole call. */
  end(call: Call, why: LegEnd): void
  /** Transfers a connected leg's call: the old call ends, a new one that names it rings at `target`. */
  transfer(leg: Leg, target: Agent, ivrid: string): Leg
  setStatus(agent: Agent, status: number, onlineUserId: number): void
  /** Called when an agent's last call is over, or when one without calls logs in. */
  onFreed(listener: (agent: Agent, talked: boolean) => void): void
}

export interface SwitchboardParts {
  readonly cast: Cast
  readonly timeline: Timeline
  readonly truth: Truth
  readonly log: CallLogWriter
}

const without = <T>(list: T[], item: T): void => {
  const index = list.indexOf(item)
  if (index >= 0) list.splice(index, 1)
}

/** A switchboard with no calls yet. */
export function createSwitchboard({ cast, timeline, truth, log }: SwitchboardParts): Switchboard {
  const calls = new Map<string, Call>()
  const agents = new Map(cast.agents.map((agent) => [agent.extension, agent]))
  const freed: ((agent: Agent, talked: boolean) => void)[] = []

  function addLeg(call: Call, agent: Agent, phase: 'Ringing' | 'Dialing', isOwnLeg = false): Leg {
    const leg: Leg = {
      call,
      agent,
      user: { id: agent.onlineUserId, name: agent.onlineUserId === 0 ? '' : agent.representative },
      startedAt: timeline.now(),
      dials: phase === 'Dialing' && !isOwnLeg,
      dialledAt: null,
      phase,
      answeredAt: null,
      stampedAt: 0,
      muted: false,
      muteByHand: false,
      isOwnLeg,
    }
    call.legs.push(leg)
    agent.legs.push(leg)
    truth.add({
      kind: isOwnLeg ? 'own-leg-began' : phase === 'Ringing' ? 'ring-began' : 'dial-began',
      ivrid: call.ivrid,
      extension: agent.extension,
    })
    return leg
  }

  function tellAlertEnd(leg: Leg, why: 'answered' | LegEnd): void {
    const kind = leg.isOwnLeg ? 'own-leg-ended' : leg.phase === 'Dialing' ? 'dial-ended' : 'ring-ended'
    const lastedMs = timeline.now() - leg.startedAt
    truth.add({ kind, ivrid: leg.call.ivrid, extension: leg.agent.extension, why, lastedMs })
  }

  function leaveQueue(call: Call, why: 'answered' | LegEnd): void {
    if (call.queue === null || call.joinedAt === null) return
    call.joinedAt = null
    truth.add({ kind: 'queue-left', ivrid: call.ivrid, queue: call.queue.id, why })
  }

  function removeLeg(leg: Leg, why: LegEnd): void {
    const { call, agent, answeredAt } = leg
    const ids = { ivrid: call.ivrid, extension: agent.extension }
    if (answeredAt === null) tellAlertEnd(leg, why)
    else truth.add({ kind: 'talk-ended', ...ids, why, talkMs: timeline.now() - answeredAt })
    log.legOver(leg, why)
    leg.phase = 'Ended'
    without(call.legs, leg)
    without(agent.legs, leg)
    if (agent.legs.length === 0) for (const tell of freed) tell(agent, answeredAt !== null)
  }

  function close(call: Call): void {
    call.over = true
    calls.delete(call.ivrid)
    truth.add({ kind: 'call-ended', ivrid: call.ivrid })
    log.callOver(call)
  }

  function begin({ customData = {}, byHand = false, clicked = false, ...plan }: CallPlan): Call {
    const own = { beganAt: timeline.now(), legs: [], queue: null, joinedAt: null, ready: false, over: false }
    const call: Call = { ...plan, ...own, customData, byHand, clicked }
    calls.set(call.ivrid, call)
    truth.add({ kind: 'call-began', ...plan, byHand })
    return call
  }

  function end(call: Call, why: LegEnd): void {
    if (call.over) return
    leaveQueue(call, why)
    for (const leg of [...call.legs]) removeLeg(leg, why)
    close(call)
  }

  return {
    ...cast,
    calls,
    agent: (extension) => agents.get(extension),
    begin,
    joinQueue(call, queue) {
      call.queue = queue
      call.joinedAt = timeline.now()
      truth.add({ kind: 'queue-joined', ivrid: call.ivrid, queue: queue.id })
    },
    ring: (call, agent) => addLeg(call, agent, 'Ringing'),
    dial: (call, agent) => addLeg(call, agent, 'Dialing'),
    ringOwn: (call, agent, phase) => addLeg(call, agent, phase, true),
    pickUp(leg) {
      tellAlertEnd(leg, 'answered')
      log.pickedUp(leg)
      leg.isOwnLeg = false
      leg.dials = true
      leg.dialledAt = timeline.now()
      leg.phase = 'Dialing'
      truth.add({ kind: 'dial-began', ivrid: leg.call.ivrid, extension: leg.agent.extension })
    },
    answer(leg, lateMs = 0) {
      const { call, agent } = leg
      tellAlertEnd(leg, 'answered')
      leg.phase = 'Talking'
      leg.answeredAt = timeline.now()
      leg.stampedAt = timeline.now() + lateMs
      truth.add({ kind: 'answered', ivrid: call.ivrid, extension: agent.extension })
      leaveQueue(call, 'answered')
      for (const other of call.legs.filter(({ phase }) => phase === 'Ringing')) {
        removeLeg(other, 'answered-elsewhere')
      }
    },
    hold(leg) {
      leg.phase = 'Hold'
      truth.add({ kind: 'held', ivrid: leg.call.ivrid, extension: leg.agent.extension })
    },
    resume(leg) {
      leg.phase = 'Talking'
      truth.add({ kind: 'resumed', ivrid: leg.call.ivrid, extension: leg.agent.extension })
    },
    mute(leg, muted) {
      if (leg.muted === muted) return
      leg.muted = muted
      const kind = muted ? 'muted' : 'unmuted'
      truth.add({ kind, ivrid: leg.call.ivrid, extension: leg.agent.extension })
    },
    drop(leg, why) {
      if (leg.phase === 'Ended') return
      removeLeg(leg, why)
      if (leg.call.legs.length === 0 && leg.call.joinedAt === null) close(leg.call)
    },
    end,
    transfer({ call: old, agent }, target, ivrid) {
      const { phone, name, did, byHand } = old
      const customData = { OriginalIvrUniqueID: old.ivrid }
      const call = begin({ ivrid, direction: 'Incoming', phone, name, did, customData, byHand })
      end(old, 'transferred')
      const ids = { ivrid, from: old.ivrid, fromExtension: agent.extension, extension: target.extension }
      truth.add({ kind: 'transferred', ...ids })
      return addLeg(call, target, 'Ringing')
    },
    setStatus(agent, status, onlineUserId) {
      agent.status = status
      agent.onlineUserId = onlineUserId
      truth.add({ kind: 'status', extension: agent.extension, status, onlineUserId })
      if (status === LOGIN && agent.legs.length === 0) for (const tell of freed) tell(agent, false)
    },
    onFreed: (listener) => void freed.push(listener),
  }
}
