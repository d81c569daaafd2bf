import type { Leg } from '../model.ts'
import type { Random } from '../random.ts'
import type { Stage } from '../stage.ts'

/** What will happen during a conversation, in ms after it was answered. Null: it doesn't happen. */
export interface TalkPlan {
  readonly talkMs: number
  readonly hold: Spell | null
  readonly mute: Spell | null
  /** Ends by being transferred to a colleague. */
  readonly transfer: boolean
}

/** From one moment of a conversation to another; `toMs` null: until its end. */
export interface Spell {
  readonly fromMs: number
  readonly toMs: number | null
}

const MEDIAN_TALK_MS = 180_000
const TALK_SIGMA = 0.8
const SHORTEST_TALK_MS = 4_000
const LONGEST_TALK_MS = 3_600_000

function drawSpell(talkMs: number, medianMs: number, foreverShare: number, random: Random): Spell {
  const fromMs = talkMs * random.between(0.15, 0.6)
  const lastsMs = Math.min(random.lognormal(medianMs, 0.6), (talkMs - fromMs) * 0.9)
  return { fromMs, toMs: random.chance(foreverShare) ? null : fromMs + lastsMs }
}

/** A typical conversation: about 3 min, some with a hold, a muted recording or a transfer. */
function drawTalkPlan(random: Random): TalkPlan {
  const drawn = random.lognormal(MEDIAN_TALK_MS, TALK_SIGMA)
  const talkMs = Math.min(LONGEST_TALK_MS, Math.max(SHORTEST_TALK_MS, drawn))
  return {
    talkMs,
    hold: random.chance(0.18) ? drawSpell(talkMs, 35_000, 0.08, random) : null,
    mute: random.chance(0.08) ? drawSpell(talkMs, 25_000, 0.15, random) : null,
    transfer: random.chance(0.04),
  }
}

function playHold({ board, forLeg }: Stage, leg: Leg, { fromMs, toMs }: Spell): void {
  forLeg(leg, fromMs, () => {
    if (leg.phase === 'Talking') board.hold(leg)
  })
  if (toMs === null) return
  forLeg(leg, toMs, () => {
    if (leg.phase === 'Hold') board.resume(leg)
  })
}

function playMute({ board, forLeg }: Stage, leg: Leg, { fromMs, toMs }: Spell): void {
  const mute = (ms: number, muted: boolean): void =>
    forLeg(leg, ms, () => {
      if (!leg.muteByHand) board.mute(leg, muted)
    })
  mute(fromMs, true)
  if (toMs !== null) mute(toMs, false)
}

/** Lets an answered leg run to its end. `passOn` transfers it, or returns false if it can't. */
export function playTalk(
  stage: Stage,
  leg: Leg,
  random: Random,
  passOn: () => boolean,
  plan: TalkPlan = drawTalkPlan(random),
): void {
  if (plan.hold !== null) playHold(stage, leg, plan.hold)
  if (plan.mute !== null) playMute(stage, leg, plan.mute)
  stage.forLeg(leg, plan.talkMs, () => {
    if (plan.transfer && passOn()) return
    stage.board.end(leg.call, random.chance(0.55) ? 'caller-hung-up' : 'agent-hung-up')
  })
}
