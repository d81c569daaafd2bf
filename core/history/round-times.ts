import type { Call, CallEvent } from '../domain.ts'
import type { WatchChange } from './watch-change.ts'

/** A call's position is its time in ms times a thousand, and SQLite’s numbers are read exactly up to 2^53: the year 2255. */
const MAX_TIME = Math.floor(Number.MAX_SAFE_INTEGER / 1000) - 1_000_000

/** A time that the tables can hold: integer ms from 1970 to 2255. `otherwise` for anything but a number. */
export const storableTime = (ms: number, otherwise = 0): number =>
  Number.isNaN(ms) ? otherwise : Math.min(MAX_TIME, Math.max(0, Math.round(ms)))

/** Null stays null. */
export const storableTimeOrNull = (ms: number | null, otherwise = 0): number | null =>
  ms === null ? null : storableTime(ms, otherwise)

/** A step with times that the tables can hold: a clock may have fractions of a ms, or the year 9999. `at`: when it arrived. */
export function roundTimes({ state, events, blind }: WatchChange, at: number): WatchChange {
  const time = (ms: number): number => storableTime(ms, at)
  const timeOrNull = (ms: number | null): number | null => storableTimeOrNull(ms, at)
  return {
    state: { ...state, calls: state.calls.map(roundCall), lastGoodAt: timeOrNull(state.lastGoodAt) },
    events: events.map((event): CallEvent => ({ ...event, at: time(event.at), call: roundCall(event.call) })),
    ...(blind === undefined ? {} : { blind: { from: time(blind.from), to: time(blind.to) } }),
  }

  function roundCall(call: Call): Call {
    return {
      ...call,
      startedAt: time(call.startedAt),
      answeredAt: timeOrNull(call.answeredAt),
      phaseSince: time(call.phaseSince),
      mutedSince: timeOrNull(call.mutedSince),
      startedApiSeconds: safeInteger(call.startedApiSeconds),
      ...(call.waited === undefined
        ? {}
        : { waited: { ...call.waited, seconds: safeInteger(call.waited.seconds) ?? 0 } }),
    }
  }
}

function safeInteger(value: number | null): number | null {
  const rounded = value === null ? null : Math.round(value)
  return Number.isSafeInteger(rounded) ? rounded : null
}
