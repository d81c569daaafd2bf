import { drawCallId } from './call-id.ts'
import { createCallLog, USUAL_LAG, type CallLog, type Lag } from './call-log.ts'
import { drawCast } from './cast.ts'
import { createClickToCall, type ClickToCall } from './click-to-call.ts'
import { createHand, type Actor } from './hand.ts'
import { createDemoPlay } from './life/demo-play.ts'
import { playOneCall } from './life/one-call.ts'
import { createOutgoingLife } from './life/outgoing-life.ts'
import { createQueueLife } from './life/queue-life.ts'
import { createStatusLife } from './life/status-life.ts'
import type { Agent, Call, Queue, Seen } from './model.ts'
import { createRandom, type Random } from './random.ts'
import { SCENARIOS, type Scenario, type ScenarioName } from './scenario.ts'
import { createStage, type Stage } from './stage.ts'
import { createSwitchboard } from './switchboard.ts'
import { createTimeline } from './timeline.ts'
import { createTruth, type TruthEvent } from './truth.ts'
import { createWallClock, type WallClock } from './wall-clock.ts'

export interface WorldOptions {
  /** Integer, 0 or more. The same seed is the same day. */
  readonly seed: number
  readonly scenario: ScenarioName
  /** True epoch ms. */
  readonly startAt: number
  /** IANA zone of the account's wall clock. */
  readonly zone: string
  /** Replaces parts of the scenario, for example `{ agents: 5000 }`. */
  readonly change?: Partial<Scenario>
  /** How long after the end of a call its record appears in the call log; default: one to five minutes. */
  readonly lag?: Lag | undefined
}

/** A call centre in virtual time. Nothing in it changes except through `advanceTo` and `hand`. */
export interface World {
  readonly clock: WallClock
  /** Epoch ms. */
  now(): number
  /** Lets everything up to and including that time happen. Dividing the way there into steps makes no difference. */
  advanceTo(at: number): void
  /** When something will next happen automatically; null if nothing will. */
  nextAt(): number | null
  agents(): readonly Seen<Agent>[]
  agent(extension: string): Seen<Agent> | undefined
  queues(): readonly Seen<Queue>[]
  /** Live calls, oldest first. */
  calls(): Iterable<Seen<Call>>
  /** Callers who wait in a queue, including those that it already rings at agents, longest wait first. */
  waiting(queue: Seen<Queue>): readonly Seen<Call>[]
  /** What really happened after event `seq` (0: everything), oldest first. */
  events(seq?: number): readonly TruthEvent[]
  /** Calls that are over, as the account's call log has them. */
  readonly callLog: CallLog
  readonly hand: Actor
  readonly clickToCall: ClickToCall
  /**
   * True: nothing more happens automatically; live calls stay as they are, under manual control. False: activity
   * continues.
   */
  setQuiet(quiet: boolean): void
  isQuiet(): boolean
  /** Ids that look random, such as the mute call's `ActionID`. */
  readonly random: Random
}

/** Starts the automatic activity of a stage; called again after a quiet time. */
function createLife(stage: Stage): () => void {
  const starts = [createQueueLife(stage), createOutgoingLife(stage), createStatusLife(stage)]
  if (stage.scenario.script === 'demo') starts.push(createDemoPlay(stage))
  if (stage.scenario.script === 'one-call') starts.push(() => playOneCall(stage))
  return () => {
    for (const start of starts) start()
  }
}

/** A world at `startAt`, before anything has happened. Throws RangeError for an unknown zone. */
export function createWorld({
  seed,
  scenario: name,
  startAt,
  zone,
  change = {},
  lag = USUAL_LAG,
}: WorldOptions): World {
  const scenario: Scenario = { ...SCENARIOS[name], ...change }
  const clock = createWallClock(zone)
  const timeline = createTimeline(startAt)
  const truth = createTruth(timeline.now)
  const random = (stream: string): Random => createRandom(seed, stream)
  const cast = drawCast(scenario.agents, random('cast'))
  const callLog = createCallLog({ now: timeline.now, random: random('call-log'), lag })
  const board = createSwitchboard({ cast, timeline, truth, log: callLog })
  const ids = random('ids')
  const callId = (): string => drawCallId(timeline.now(), clock, ids)
  let era = 0
  let quiet = false
  const stage = createStage({ board, timeline, scenario, random, callId, era: () => era })
  const clickToCall = createClickToCall({ stage, isQuiet: () => quiet })
  const hand = createHand({ board, random: random('hand'), callId, pickUp: clickToCall.pickUp })
  const start = createLife(stage)
  start()

  return {
    clock,
    now: timeline.now,
    advanceTo: timeline.advanceTo,
    nextAt: timeline.nextAt,
    agents: () => board.agents,
    agent: board.agent,
    queues: () => board.queues,
    calls: () => board.calls.values(),
    waiting: (queue) =>
      [...board.calls.values()].filter((call) => call.joinedAt !== null && call.queue?.id === queue.id),
    events: (seq = 0) => truth.since(seq),
    callLog,
    hand,
    clickToCall,
    setQuiet(wanted) {
      if (wanted === quiet) return
      quiet = wanted
      era += 1
      if (quiet) for (const call of board.calls.values()) call.byHand = true
      else start()
    },
    isQuiet: () => quiet,
    random: random('answers'),
  }
}
