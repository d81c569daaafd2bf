import type { AgentState, Call, CallEvent } from '../domain.ts'
import type { WatchChange } from './journal.ts'

/** A step with all times that are kept in whole ms: a clock may tell parts of one, and the tables hold none. */
export function roundTimes({ state, events, blind }: WatchChange): WatchChange {
  return {
    state: wholeState(state),
    events: events.map((event): CallEvent => ({
      ...event,
      at: Math.round(event.at),
      call: wholeCall(event.call),
    })),
    ...(blind === undefined ? {} : { blind: { from: Math.round(blind.from), to: Math.round(blind.to) } }),
  }
}

/** Null stays null. */
export const wholeOrNull = (value: number | null): number | null =>
  value === null ? null : Math.round(value)

const wholeState = (state: AgentState): AgentState => ({
  ...state,
  calls: state.calls.map(wholeCall),
  lastGoodAt: wholeOrNull(state.lastGoodAt),
})

const wholeCall = (call: Call): Call => ({
  ...call,
  startedAt: Math.round(call.startedAt),
  answeredAt: wholeOrNull(call.answeredAt),
  phaseSince: Math.round(call.phaseSince),
  mutedSince: wholeOrNull(call.mutedSince),
  startedApiSeconds: wholeOrNull(call.startedApiSeconds),
  ...(call.waited === undefined
    ? {}
    : { waited: { ...call.waited, seconds: Math.round(call.waited.seconds) } }),
})
