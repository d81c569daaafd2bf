import type { Call, Leg } from '../model.ts'
import type { Random } from '../random.ts'
import type { Stage } from '../stage.ts'
import { isFree } from './free-agents.ts'
import type { TalkPlan } from './talk.ts'
import { playTalk } from './talk.ts'

const ANSWERED_SHARE = 0.86
const MEDIAN_ANSWER_MS = 8_300
const ANSWER_SIGMA = 0.45
const FASTEST_ANSWER_MS = 1_200 // the time that a hand needs to reach the phone
const SLOWEST_ANSWER_MS = 14_800
const LATE_STAMP_SHARE = 0.03 // the API sometimes shows `Talking` with `answered: 0`

/**
 * Lets the ringing legs of one call run: one of them answers, or after 15 to 16 s none has. Then `missed` is called, if
 * the call still exists.
 */
export function playRingRound(
  stage: Stage,
  call: Call,
  legs: readonly Leg[],
  random: Random,
  missed: () => void,
): void {
  const lastsMs = random.between(15_000, 16_000)
  if (random.chance(ANSWERED_SHARE)) {
    const leg = random.pick(legs)
    stage.forLeg(leg, drawAnswerMs(random), () => {
      if (leg.phase === 'Ringing') connect(stage, leg, random)
    })
  }
  stage.forCall(call, lastsMs, () => {
    const ringing = legs.filter(({ phase }) => phase === 'Ringing')
    for (const leg of ringing) stage.board.drop(leg, 'no-answer')
    if (!call.over && call.legs.length === 0) missed()
  })
}

/** Connects a leg and lets the conversation run; a transferred one rings at a free colleague. */
export function connect(stage: Stage, leg: Leg, random: Random, plan?: TalkPlan): void {
  stage.board.answer(leg, random.chance(LATE_STAMP_SHARE) ? random.between(800, 3_000) : 0)
  playTalk(stage, leg, random, () => passOn(stage, leg, random), plan)
}

/** False if no colleague is free. */
function passOn(stage: Stage, leg: Leg, random: Random): boolean {
  const { board, timeline } = stage
  const free = board.agents.filter((agent) => agent !== leg.agent && isFree(agent, timeline.now()))
  if (free.length === 0) return false
  const passed = board.transfer(leg, random.pick(free), stage.callId())
  playRingRound(stage, passed.call, [passed], random, () => undefined)
  return true
}

/** How long someone takes to answer, ms: about 8 s, and always before a ring ends. */
function drawAnswerMs(random: Random): number {
  for (;;) {
    const ms = random.lognormal(MEDIAN_ANSWER_MS, ANSWER_SIGMA)
    if (ms >= FASTEST_ANSWER_MS && ms <= SLOWEST_ANSWER_MS) return ms
  }
}
