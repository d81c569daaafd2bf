import { LOGIN, LOGOUT } from './cast.ts'
import type { Agent, Call, Leg, LegPhase } from './model.ts'
import { drawPhone } from './phone-number.ts'
import type { Random } from './random.ts'
import type { Switchboard } from './switchboard.ts'

/** What a manual command did, or why it couldn't. */
export type HandResult =
  | { readonly kind: 'done'; readonly ivrid: string | null }
  | { readonly kind: 'unknown-extension' }
  | { readonly kind: 'unknown-call' }
  /** It exists, but in another state. */
  | { readonly kind: 'not-now'; readonly phase: LegPhase | null }

/** A call to place. What is missing is drawn at random or empty; any text is accepted unchanged. */
export interface HandCall {
  readonly extension: string
  readonly phone?: string | undefined
  readonly name?: string | undefined
  readonly did?: string | undefined
  /** `Outgoing` and `Click2Call` dial, any other word rings. Default: incoming. */
  readonly direction?: string | undefined
  /** The id of a live call makes it ring here too; any other is the new call's id. */
  readonly ivrid?: string | undefined
  readonly customData?: Readonly<Record<string, unknown>> | undefined
}

/** A call by its id, its extension or both. */
export interface Which {
  readonly ivrid?: string | undefined
  readonly extension?: string | undefined
}

/**
 * Manual control of the world. A call placed, answered, held, resumed or transferred by hand stays under manual
 * control.
 */
export interface Actor {
  call(plan: HandCall): HandResult
  /** A caller who waits in the first queue of this extension until they ring or are hung up. */
  wait(plan: HandCall): HandResult
  answer(which: Which): HandResult
  /** With the id alone, the caller hangs up everywhere; with an extension, only that phone does. */
  hangUp(which: Which): HandResult
  hold(which: Which): HandResult
  resume(which: Which): HandResult
  /** All live legs that match. */
  mute(which: Which, muted: boolean): HandResult
  transfer(which: Which, to: string): HandResult
  /** Statuses are the API's numbers; any integer is accepted. */
  setStatus(extension: string, status: number): HandResult
  /** `representative`: who logs in there; default: the owner. */
  logIn(extension: string, representative?: string): HandResult
  logOut(extension: string): HandResult
}

export interface HandParts {
  readonly board: Switchboard
  readonly random: Random
  readonly callId: () => string
  /** Picks up an agent's own phone that rings for a call placed over the API. */
  readonly pickUp: (leg: Leg) => string
}

const DIALS = ['Outgoing', 'Click2Call']

const done = (ivrid: string | null): HandResult => ({ kind: 'done', ivrid })

/** Manual control of a world. */
export function createHand({ board, random, callId, pickUp }: HandParts): Actor {
  function matching({ ivrid, extension }: Which): readonly Leg[] {
    const legs = extension === undefined ? board.calls.get(ivrid ?? '')?.legs : board.agent(extension)?.legs
    return (legs ?? []).filter((leg) => ivrid === undefined || leg.call.ivrid === ivrid)
  }

  /** Acts on the oldest matching leg in one of the phases, the first phase first. */
  function act(which: Which, phases: readonly LegPhase[], run: (leg: Leg) => string): HandResult {
    const legs = matching(which)
    const leg = phases
      .map((phase) => legs.find((one) => one.phase === phase))
      .find((one) => one !== undefined)
    if (leg !== undefined) return done(run(leg))
    const [other] = legs
    return other === undefined ? { kind: 'unknown-call' } : { kind: 'not-now', phase: other.phase }
  }

  const take = (run: (leg: Leg) => void) => (leg: Leg) => {
    leg.call.byHand = true
    run(leg)
    return leg.call.ivrid
  }

  function seat(extension: string, change: (agent: Agent) => void): HandResult {
    const agent = board.agent(extension)
    if (agent === undefined) return { kind: 'unknown-extension' }
    agent.byHand = true
    change(agent)
    return done(null)
  }

  const onlineAt = (agent: Agent): number => (agent.onlineUserId === 0 ? agent.userId : agent.onlineUserId)

  /** The live call with this id, or a new one. */
  function known(plan: HandCall, agent: Agent, direction: string): Call {
    const dials = DIALS.includes(direction)
    const [queue] = agent.queues
    const call =
      board.calls.get(plan.ivrid ?? '') ??
      board.begin({
        ivrid: plan.ivrid ?? callId(),
        direction,
        phone: plan.phone ?? drawPhone(random),
        name: plan.name ?? queue?.name ?? '',
        did: plan.did ?? (dials ? '' : (queue?.did ?? '')),
        customData: plan.customData ?? {},
        byHand: true,
        clicked: direction === 'Click2Call',
      })
    call.byHand = true
    return call
  }

  function place(plan: HandCall, agent: Agent): string {
    const direction = plan.direction ?? 'Incoming'
    const call = known(plan, agent, direction)
    if (DIALS.includes(direction)) board.dial(call, agent)
    else board.ring(call, agent)
    return call.ivrid
  }

  return {
    call(plan) {
      const agent = board.agent(plan.extension)
      if (agent === undefined) return { kind: 'unknown-extension' }
      const here = agent.legs.find(({ call }) => call.ivrid === plan.ivrid)
      return here === undefined ? done(place(plan, agent)) : { kind: 'not-now', phase: here.phase }
    },
    wait(plan) {
      const agent = board.agent(plan.extension)
      const [queue] = agent?.queues ?? []
      if (agent === undefined || queue === undefined) return { kind: 'unknown-extension' }
      const call = known(plan, agent, 'Incoming')
      board.joinQueue(call, queue)
      return done(call.ivrid)
    },
    answer: (which) =>
      act(which, ['Ringing', 'Dialing'], (leg) => {
        leg.call.byHand = true
        return leg.isOwnLeg ? pickUp(leg) : take(board.answer)(leg)
      }),
    hangUp(which) {
      const whole = which.extension === undefined ? board.calls.get(which.ivrid ?? '') : undefined
      if (whole !== undefined) {
        board.end(whole, 'caller-hung-up')
        return done(whole.ivrid)
      }
      return act(which, ['Talking', 'Hold', 'Dialing', 'Ringing'], (leg) => {
        const { call } = leg
        board.drop(leg, leg.phase === 'Ringing' ? 'declined' : 'agent-hung-up')
        if (call.byHand && call.legs.length === 0) board.end(call, 'gave-up') // no queue rings it at agents any more
        return call.ivrid
      })
    },
    hold: (which) => act(which, ['Talking'], take(board.hold)),
    resume: (which) => act(which, ['Hold'], take(board.resume)),
    mute(which, muted) {
      const legs = matching(which)
      for (const leg of legs) {
        leg.muteByHand = true
        board.mute(leg, muted)
      }
      return legs[0] === undefined ? { kind: 'unknown-call' } : done(legs[0].call.ivrid)
    },
    transfer(which, to) {
      const target = board.agent(to)
      if (target === undefined) return { kind: 'unknown-extension' }
      return act(which, ['Talking', 'Hold'], (leg) => {
        leg.call.byHand = true
        return board.transfer(leg, target, callId()).call.ivrid
      })
    },
    setStatus: (extension, status) =>
      seat(extension, (agent) => board.setStatus(agent, status, status === LOGOUT ? 0 : onlineAt(agent))),
    logIn: (extension, representative) =>
      seat(extension, (agent) => {
        agent.representative = representative ?? agent.name
        const guest = board.agents.find(({ name }) => name === agent.representative) ?? agent
        board.setStatus(agent, LOGIN, guest.userId)
      }),
    logOut: (extension) => seat(extension, (agent) => board.setStatus(agent, LOGOUT, 0)),
  }
}
