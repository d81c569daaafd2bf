import type { Agent, Call } from '../model.ts'
import type { Stage } from '../stage.ts'
import { drawCaller } from './caller.ts'
import { isFree } from './free-agents.ts'
import { playRingRound } from './ring-round.ts'

const MEDIAN_PATIENCE_MS = 150_000
const HOUR_MS = 3_600_000

/**
 * Callers who dial a stage's queues at random, wait, ring and give up. Returns the function that starts it, also again
 * after a quiet time.
 */
export function createQueueLife(stage: Stage): () => void {
  const { board, timeline, scenario } = stage
  const random = stage.random('queues')

  function ringOut(call: Call): void {
    const agents = board.agents.filter((agent) => serves(agent, call) && isFree(agent, timeline.now()))
    if (agents.length === 0) return
    const chosen = random.sample(agents, 1 + random.below(scenario.ringsAtOnce))
    const legs = chosen.map((agent) => board.ring(call, agent))
    playRingRound(stage, call, legs, random, () => {
      call.ready = false
      makeReady(call, random.between(3_000, 6_000))
    })
  }

  function dispatch(): void {
    for (const call of board.calls.values()) {
      if (call.ready && !call.byHand && call.joinedAt !== null && call.legs.length === 0) ringOut(call)
    }
  }

  function makeReady(call: Call, ms: number): void {
    stage.forCall(call, ms, () => {
      call.ready = true
      dispatch()
    })
  }

  function arrive(): void {
    const queue = random.pick(board.queues)
    const ivrid = stage.callId()
    const caller = drawCaller(queue, board.agents, random)
    const call = board.begin({ ivrid, direction: 'Incoming', did: queue.did, ...caller })
    board.joinQueue(call, queue)
    makeReady(call, random.between(1_500, 6_000)) // the greeting
    stage.forCall(call, random.lognormal(MEDIAN_PATIENCE_MS, 0.7), () => {
      if (call.joinedAt !== null) board.end(call, 'gave-up')
    })
  }

  function next(): void {
    stage.unlessQuiet(random.exponential(HOUR_MS / scenario.callsPerHour), () => {
      arrive()
      next()
    })
  }

  board.onFreed((agent, talked) => {
    const pauseMs = talked ? random.between(4_000, 25_000) : 2_000
    agent.freeAt = timeline.now() + Math.round(pauseMs)
    timeline.after(pauseMs, dispatch)
  })

  return () => {
    if (scenario.callsPerHour > 0) next()
  }
}

const serves = (agent: Agent, { queue }: Call): boolean => queue !== null && agent.queues.includes(queue)
