import type { LoggedCall } from '../../call-log/logged-call.ts'
import type { Call, Direction } from '../../domain.ts'
import { callerKey } from '../../phone/caller-key.ts'
import type { CallRow } from '../call-rows.ts'

/** How far the starts of one call may differ: two clocks, each in whole seconds, and a response's way here. */
export const SAME_START_MS = 5_000
/** The legs of a call with ids of their own start together. */
const SAME_LEG_MS = 2_000

/** The ids by which the log knows a call. */
export const idsOf = ({ ivrid, otherIds }: Pick<LoggedCall, 'ivrid' | 'otherIds'>): readonly string[] =>
  ivrid === null ? otherIds : [ivrid, ...otherIds]

/** What a call is recognised by if its id doesn't do. */
type Recognised = Pick<LoggedCall | Call, 'phone' | 'direction' | 'startedAt'> & {
  readonly ivrid: string | null
}

/**
 * The row, among those of this extension at that time, that is most likely the same call although it doesn't have its id:
 * of the same caller, in the same direction, with the nearest start; null if none is.
 */
export function sameCall(call: Recognised, rows: readonly CallRow[]): CallRow | null {
  const caller = callerKey(call.phone)
  const away = (row: CallRow): number => Math.abs(row.startedAt - call.startedAt)
  const [nearest] = rows
    .filter((row) => row.caller === caller && isSameWay(row.direction, call.direction))
    .filter((row) => isOwnId(call, row, caller, away(row)))
    .toSorted((one, other) => away(one) - away(other) || one.id - other.id)
  return nearest ?? null
}

/** Two ids are two legs of one call if a known caller's legs started together. */
function isOwnId({ ivrid }: Recognised, { named }: CallRow, caller: string | null, away: number): boolean {
  if (ivrid !== null && named) return caller !== null && away <= SAME_LEG_MS
  return away <= SAME_START_MS
}

/**
 * Only incoming and outgoing contradict each other. Which of them the log has for a call that somebody listens in on, or
 * that began with a click, on a website perhaps, isn't known.
 */
export const isSameWay = (one: Direction, other: Direction): boolean =>
  one === other || !TWO_WAYS.has(one) || !TWO_WAYS.has(other)

const TWO_WAYS: ReadonlySet<Direction> = new Set(['incoming', 'outgoing'])
