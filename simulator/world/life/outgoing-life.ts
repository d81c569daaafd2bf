import type { Agent, Leg } from '../model.ts'
import { drawPhone } from '../phone-number.ts'
import type { Random } from '../random.ts'
import type { Stage } from '../stage.ts'
import { isFree } from './free-agents.ts'
import { connect } from './ring-round.ts'

const HOUR_MS = 3_600_000
const ANSWERED_SHARE = 0.65

/** Dials a number for an agent; the other party's name is the one that the API shows, the service's. */
export function dialOut(stage: Stage, agent: Agent, random: Random): Leg {
  const { board } = stage
  const plan = {
    ivrid: stage.callId(),
    direction: 'Outgoing',
    phone: drawPhone(random),
    name: 'Voicenter',
    did: '',
  }
  return board.dial(board.begin(plan), agent)
}

/** Calls that agents of a stage place at random. Returns the function that starts it. */
export function createOutgoingLife(stage: Stage): () => void {
  const { board, timeline, scenario } = stage
  const random = stage.random('outgoing')

  function place(): void {
    const free = board.agents.filter((agent) => isFree(agent, timeline.now()))
    if (free.length === 0) return
    const leg = dialOut(stage, random.pick(free), random)
    if (random.chance(ANSWERED_SHARE)) {
      stage.forLeg(leg, random.lognormal(9_000, 0.4), () => connect(stage, leg, random))
    } else {
      stage.forLeg(leg, random.between(24_000, 32_000), () => board.drop(leg, 'not-answered'))
    }
  }

  function next(): void {
    stage.unlessQuiet(random.exponential(HOUR_MS / scenario.outgoingPerHour), () => {
      place()
      next()
    })
  }

  return () => {
    if (scenario.outgoingPerHour > 0) next()
  }
}
