import { LOGIN } from '../cast.ts'
import type { Agent, Leg } from '../model.ts'
import type { Random } from '../random.ts'
import type { Stage } from '../stage.ts'
import { drawCaller } from './caller.ts'
import { isFree } from './free-agents.ts'
import { dialOut } from './outgoing-life.ts'
import { connect } from './ring-round.ts'

const FIRST_RING_MS = 2_000
const BETWEEN_ACTS_MS = 12_000
const SKIPPED_ACT_MS = 3_000
const PATIENT_RING_MS = 14_000 // long enough for a person to look, and to answer it on the control page
const LONGEST_WAIT_MS = 20_000
const PLAIN_TALK = { hold: null, mute: null, transfer: false }

/** One act at `agent`; returns how long it lasts, ms. */
type Act = (stage: Stage, agent: Agent, random: Random) => number

function ringHere(stage: Stage, agent: Agent, random: Random): Leg {
  const { board } = stage
  const queue = random.pick(agent.queues)
  const caller = drawCaller(queue, board.agents, random)
  const call = board.begin({ ivrid: stage.callId(), direction: 'Incoming', did: queue.did, ...caller })
  board.joinQueue(call, queue)
  stage.forCall(call, LONGEST_WAIT_MS, () => {
    if (call.legs.length === 0) board.end(call, 'gave-up') // refused by hand: no queue rings it
  })
  return board.ring(call, agent)
}

const answerAfter = (stage: Stage, leg: Leg, ms: number, talk: () => void): void =>
  stage.forLeg(leg, ms, () => {
    if (leg.phase === 'Ringing' || leg.phase === 'Dialing') talk()
  })

/** Rings, is answered, held for a while, its recording muted for a while, and ends. */
const answered: Act = (stage, agent, random) => {
  const leg = ringHere(stage, agent, random)
  const talkMs = 50_000
  const hold = { fromMs: 12_000, toMs: 22_000 }
  const mute = { fromMs: 30_000, toMs: 40_000 }
  answerAfter(stage, leg, PATIENT_RING_MS, () =>
    connect(stage, leg, random, { ...PLAIN_TALK, talkMs, hold, mute }),
  )
  return PATIENT_RING_MS + talkMs
}

/** Rings until it is missed. */
const missed: Act = (stage, agent, random) => {
  const leg = ringHere(stage, agent, random)
  const ringMs = 15_500
  answerAfter(stage, leg, ringMs, () => stage.board.end(leg.call, 'gave-up'))
  return ringMs
}

/** The agent calls someone, who answers. */
const outgoing: Act = (stage, agent, random) => {
  const leg = dialOut(stage, agent, random)
  const [dialMs, talkMs] = [8_000, 25_000]
  answerAfter(stage, leg, dialMs, () => connect(stage, leg, random, { ...PLAIN_TALK, talkMs }))
  return dialMs + talkMs
}

/** Rings here and at a colleague's phone, who is faster. */
const takenByColleague: Act = (stage, agent, random) => {
  const { board, timeline } = stage
  const leg = ringHere(stage, agent, random)
  const colleague = board.agents.find((one) => one !== agent && isFree(one, timeline.now()))
  const ringMs = 9_000
  if (colleague === undefined) {
    answerAfter(stage, leg, ringMs, () => board.end(leg.call, 'gave-up'))
  } else {
    const there = board.ring(leg.call, colleague)
    answerAfter(stage, there, ringMs, () => connect(stage, there, random))
  }
  return ringMs
}

/** A second caller rings during a conversation, and gives up. */
const twoAtOnce: Act = (stage, agent, random) => {
  const first = ringHere(stage, agent, random)
  const [answerMs, secondAtMs, secondRingsMs, talkMs] = [7_000, 20_000, 11_000, 40_000]
  answerAfter(stage, first, answerMs, () => connect(stage, first, random, { ...PLAIN_TALK, talkMs }))
  stage.unlessQuiet(secondAtMs, () => {
    const second = ringHere(stage, agent, random)
    answerAfter(stage, second, secondRingsMs, () => stage.board.end(second.call, 'gave-up'))
  })
  return answerMs + talkMs
}

const ACTS: readonly Act[] = [answered, missed, outgoing, takenByColleague, twoAtOnce]

/**
 * The play that the demo shows at SIPSIP2: a lively shift that a person can follow, repeated forever. An act is skipped
 * while SIPSIP2 is not logged in; the queues' random calls leave it out. Returns the function that starts it.
 */
export function createDemoPlay(stage: Stage): () => void {
  const random = stage.random('demo')
  const agent = stage.board.agent('SIPSIP2')
  if (agent !== undefined) agent.scripted = true

  function play(index: number): void {
    const act = ACTS[index % ACTS.length]
    if (act === undefined || agent === undefined) return
    const lastsMs = agent.status === LOGIN ? act(stage, agent, random) : SKIPPED_ACT_MS
    stage.unlessQuiet(lastsMs + BETWEEN_ACTS_MS, () => play(index + 1))
  }

  return () => stage.unlessQuiet(FIRST_RING_MS, () => play(0))
}
