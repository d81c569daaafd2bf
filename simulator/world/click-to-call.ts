import type { Agent, Call, Leg } from './model.ts'
import type { Stage } from './stage.ts'

/** How the first leg is shown: the vendor's pages don't say. */
export interface FirstLeg {
  /** The call's `direction`. */
  readonly direction: string
  /** The API's word for the agent's own ringing phone. */
  readonly word: 'Ringing' | 'Dialing'
  /** Whether the first leg has the id in CALLID; otherwise it has its own until it is picked up. */
  readonly sameId: boolean
}

export type Placed =
  | { readonly kind: 'placed'; readonly ivrid: string }
  | { readonly kind: 'unknown-extension' | 'offline' }

/** Calls placed over the API: the agent's own phone rings first, then the target is dialled, then they talk. */
export interface ClickToCall {
  /** Shows the first leg of new calls like this from now on. */
  show(leg: FirstLeg): void
  /** A phone that is offline takes no calls. */
  setOffline(extension: string, offline: boolean): void
  place(extension: string, target: string): Placed
  /** Ends all calls on the extension; false if there are none. */
  terminate(extension: string): boolean
  /** Picks up the agent's own phone, as a person would; returns the id of the call that is dialled from now on. */
  pickUp(leg: Leg): string
}

export interface ClickToCallParts {
  readonly stage: Stage
  /** Nothing happens automatically: the tests pick up and answer. */
  readonly isQuiet: () => boolean
}

const FIRST_LEG: FirstLeg = { direction: 'Click2Call', word: 'Ringing', sameId: true }

// Long enough for a person to read each step.
const PICKED_UP_MS = 4_000
const ANSWERED_MS = 7_000
const TALK_MS = 60_000
const MAX_DIAL_MS = 60_000 // the documented `phonemaxdialtime` and `targetmaxdialtime`

export function createClickToCall({ stage, isQuiet }: ClickToCallParts): ClickToCall {
  const { board } = stage
  const offline = new Set<string>()
  /** The id and number of the call that a first leg leads to. */
  const leads = new Map<Leg, { readonly ivrid: string; readonly target: string }>()
  let shown = FIRST_LEG

  function begin(ivrid: string, target: string): Call {
    const plan = { ivrid, direction: shown.direction, phone: target, name: '', did: '' }
    return board.begin({ ...plan, byHand: isQuiet(), clicked: true })
  }

  function end(call: Call, why: 'not-answered' | 'agent-hung-up' | 'caller-hung-up'): void {
    for (const leg of call.legs) leads.delete(leg)
    board.end(call, why)
  }

  function pickUp(leg: Leg): string {
    const lead = leads.get(leg) ?? { ivrid: leg.call.ivrid, target: leg.call.phone }
    leads.delete(leg)
    const second = secondLeg(leg, lead.ivrid, lead.target)
    const colleague = board.agent(lead.target)
    if (colleague !== undefined && colleague !== leg.agent) board.ring(second.call, colleague)
    stage.forLeg(second, ANSWERED_MS, () => answer(second))
    return lead.ivrid
  }

  function secondLeg(leg: Leg, ivrid: string, target: string): Leg {
    if (ivrid === leg.call.ivrid) {
      board.pickUp(leg)
      return leg
    }
    const { agent } = leg
    const call = begin(ivrid, target)
    call.byHand = leg.call.byHand
    board.end(leg.call, 'transferred')
    return board.dial(call, agent)
  }

  function answer(leg: Leg): void {
    if (leg.phase !== 'Dialing') return
    board.answer(leg)
    stage.forLeg(leg, TALK_MS, () => end(leg.call, 'caller-hung-up'))
  }

  function ringOwn(agent: Agent, ivrid: string, target: string): void {
    const call = begin(shown.sameId ? ivrid : stage.callId(), target)
    const leg = board.ringOwn(call, agent, shown.word)
    leads.set(leg, { ivrid, target })
    stage.forLeg(leg, PICKED_UP_MS, () => void pickUp(leg))
    stage.timeline.after(MAX_DIAL_MS, () => {
      if (leg.isOwnLeg && !call.over) end(call, 'not-answered')
    })
  }

  return {
    show: (leg) => void (shown = leg),
    setOffline: (extension, on) => void (on ? offline.add(extension) : offline.delete(extension)),
    place(extension, target) {
      const agent = board.agent(extension)
      if (agent === undefined) return { kind: 'unknown-extension' }
      if (offline.has(extension)) return { kind: 'offline' }
      const ivrid = stage.callId()
      ringOwn(agent, ivrid, target)
      return { kind: 'placed', ivrid }
    },
    terminate(extension) {
      const legs = [...(board.agent(extension)?.legs ?? [])]
      for (const leg of legs) {
        leads.delete(leg)
        board.drop(leg, leg.phase === 'Ringing' && !leg.isOwnLeg ? 'declined' : 'agent-hung-up')
        if (leg.call.byHand && leg.call.legs.length === 0) board.end(leg.call, 'agent-hung-up')
      }
      return legs.length > 0
    },
    pickUp,
  }
}
