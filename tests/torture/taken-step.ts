import type { Step, What } from './step.ts'
import type { View } from './view.ts'

/** A step, interpreted for the watched extension. */
export interface TakenStep extends Omit<Step, 'what'> {
  /** Increases with each run and each newly watched extension: nothing is known about its calls yet. */
  readonly stay: number
  readonly what: Taken
}

export type Taken =
  | Exclude<What, { readonly kind: 'everyone' | 'queues' | 'good' | 'older' }>
  /** A good response about the watched extension. */
  | {
      readonly kind: 'good'
      readonly view: View
      /** Colleagues who are seen with a call, by its `ivrid`; known only from a recent response about everyone. */
      readonly colleagues: ReadonlyMap<string, string>
      /**
       * True for the last step at an extension that the agent left: the state shown is already the next extension's.
       */
      readonly passing: boolean
    }
  /** Held back until the response about everyone shows who took the ring that is gone. */
  | { readonly kind: 'held' }
  /** Shows nothing about the watched extension. */
  | { readonly kind: 'aside' }
  /** The agent is no longer logged in there; its calls are someone else's now. */
  | { readonly kind: 'left' }
  /** All extensions were requested, and the agent is logged in at none. */
  | { readonly kind: 'nowhere' }
