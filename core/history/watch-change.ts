import type { AgentState, CallEvent } from '../domain.ts'

/** One step of watching, as the session reports it. */
export interface WatchChange {
  readonly state: AgentState
  readonly events: readonly CallEvent[]
  /** The span without a good response that this step ended, where it was long: call ends within it weren't seen. */
  readonly blind?: { readonly from: number; readonly to: number }
}
