import type { Call, Leg } from './model.ts'
import type { Random } from './random.ts'
import type { Scenario } from './scenario.ts'
import type { Switchboard } from './switchboard.ts'
import type { Timeline } from './timeline.ts'

/** What the parts of a world's own life share. */
export interface Stage {
  readonly board: Switchboard
  readonly timeline: Timeline
  readonly scenario: Scenario
  /** A stream of chance by name, of the world's seed. */
  random(stream: string): Random
  /** A fresh id for a call that begins now. */
  callId(): string
  /** Runs after `ms`, unless the call is over or a hand has taken it by then. */
  forCall(call: Call, ms: number, run: () => void): void
  /** The same for one leg. */
  forLeg(leg: Leg, ms: number, run: () => void): void
  /** Runs after `ms`, unless the world was told to keep quiet since. */
  unlessQuiet(ms: number, run: () => void): void
}

export interface StageParts extends Pick<Stage, 'board' | 'timeline' | 'scenario' | 'random' | 'callId'> {
  /** Counts how often the world's own life was stopped: what was planned before a stop does not happen. */
  readonly era: () => number
}

/** The stage on which a world's own life plays. */
export function createStage({ era, ...parts }: StageParts): Stage {
  const { timeline } = parts
  return {
    ...parts,
    forCall: (call, ms, run) =>
      timeline.after(ms, () => {
        if (!call.over && !call.byHand) run()
      }),
    forLeg: (leg, ms, run) =>
      timeline.after(ms, () => {
        if (leg.phase !== 'Ended' && !leg.call.byHand) run()
      }),
    unlessQuiet(ms, run) {
      const planned = era()
      timeline.after(ms, () => {
        if (era() === planned) run()
      })
    },
  }
}
