import type { Call, Leg } from './model.ts'
import type { Random } from './random.ts'
import type { Scenario } from './scenario.ts'
import type { Switchboard } from './switchboard.ts'
import type { Timeline } from './timeline.ts'

/** What the automatic activities of a world share. */
export interface Stage {
  readonly board: Switchboard
  readonly timeline: Timeline
  readonly scenario: Scenario
  /** A random stream by name, from the world's seed. */
  random(stream: string): Random
  /** A fresh id for a call that starts now. */
  callId(): string
  /** Runs after `ms`, unless the call is over or under manual control by then. */
  forCall(call: Call, ms: number, run: () => void): void
  /** The same for one leg. */
  forLeg(leg: Leg, ms: number, run: () => void): void
  /** Runs after `ms`, unless the world has been set to quiet since. */
  unlessQuiet(ms: number, run: () => void): void
}

export interface StageParts extends Pick<Stage, 'board' | 'timeline' | 'scenario' | 'random' | 'callId'> {
  /** Counts how often the world's activity was stopped: what was planned before a stop does not happen. */
  readonly era: () => number
}

/** The stage on which a world's automatic activity happens. */
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
