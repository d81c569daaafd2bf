import type { Stage } from '../stage.ts'
import { drawCaller } from './caller.ts'

const RINGS_AFTER_MS = 5_000
const ANSWERED_AFTER_MS = 8_000
const TALK_MS = 180_000

/** The shortest play: one call of the first queue rings at SIPSIP2 after 5 s, is answered 8 s later and lasts 3 min. */
export function playOneCall(stage: Stage): void {
  const { board } = stage
  const random = stage.random('one-call')
  stage.unlessQuiet(RINGS_AFTER_MS, () => {
    const agent = board.agent('SIPSIP2')
    const [queue] = board.queues
    if (agent === undefined || queue === undefined) return
    const caller = drawCaller(queue, board.agents, random)
    const call = board.begin({ ivrid: stage.callId(), direction: 'Incoming', did: queue.did, ...caller })
    board.joinQueue(call, queue)
    const leg = board.ring(call, agent)
    stage.forLeg(leg, ANSWERED_AFTER_MS, () => board.answer(leg))
    stage.forLeg(leg, ANSWERED_AFTER_MS + TALK_MS, () => board.end(call, 'caller-hung-up'))
  })
}
