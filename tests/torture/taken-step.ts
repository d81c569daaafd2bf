import type { Step, What } from './step.ts'
import type { View } from './view.ts'

/** A step by what it tells of the watched desk. */
export interface TakenStep extends Omit<Step, 'what'> {
  /** One more for each run and for each desk that is watched after another: what was known of calls begins anew. */
  readonly stay: number
  readonly what: Taken
}

export type Taken =
  | Exclude<What, { readonly kind: 'everyone' | 'queues' | 'good' | 'older' }>
  /** A good answer about the watched desk. */
  | {
      readonly kind: 'good'
      readonly view: View
      /** Colleagues who are seen with a call, by its `ivrid`; known from a fresh answer about everyone only. */
      readonly colleagues: ReadonlyMap<string, string>
      /** True for what a desk that is left tells last: what is shown then is of the next one. */
      readonly passing: boolean
    }
  /** Kept back until the answer about everyone tells who took the ring that is gone. */
  | { readonly kind: 'held' }
  /** Says nothing of the watched desk. */
  | { readonly kind: 'aside' }
  /** The person sits there no more, and what is there now is another's. */
  | { readonly kind: 'left' }
  /** All were asked, and the person is nowhere. */
  | { readonly kind: 'nowhere' }
