import type { CallLogRow } from '../../../../simulator/api/call-log-row.ts'
import type { Violation } from '../../violation.ts'
import type { Evening, OpenSpan } from '../evening.ts'
import { loginsSeen } from '../logins-seen.ts'
import type { LogAnswer } from '../log-answer.ts'
import { isSamePhone, matchCalls } from '../match-calls.ts'
import type { WorldCall } from '../world-calls.ts'

const RULE = 'complete, or named'
const BLIND_MS = 30_000 // shorter ones aren't gaps: polls are seconds apart
const DATE_MS = 1_000

/**
 * Every call of the person who was seen to be logged in before and after it is in the history, unless the report names
 * the gap that it is in, it was too short for polls and no response of the log had it while they were logged in, or the
 * log had it only under another extension that it rang at: nothing in that record says that it rang here, too
 * (`docs/api.md`).
 */
export function gapsNamed(evening: Evening): readonly Violation[] {
  const { at, stored, world, taken, open, blindSpots, clockRight } = evening
  if (!clockRight) return []
  const logins = loginsSeen(taken)
  const last = logins.last()
  const matched = new Set(matchCalls(stored, world, clockRight).values())
  const whole = evening.answers.filter(({ kind, at: readAt }) => kind === 'whole' && logins.isLast(readAt))
  return world.flatMap((call) => {
    if (matched.has(call) || call.outcome === null || wasForgotten(evening, call)) return []
    const { before, after } = logins.around(call.extension, call.startedAt, call.endedAt)
    const known = logins.known(call.extension, call.startedAt)
    if ([known, before, after, ...call.users].some((user) => user !== last)) return []
    const isLogged = whole.some(({ rows }) => rows.some((row) => isOf(call, row) && isHere(call, row)))
    const isElsewhere = whole.some((answer) => isForGroup(call, answer))
    const inGap = blindSpots.some(
      (spot) =>
        overlapMs({ ...spot, to: spot.to ?? at }, call) > BLIND_MS ||
        isWithin(call, { ...spot, to: spot.to ?? at }),
    )
    const isNamed = open.some((span) => span.extension === call.extension && overlapMs(span, call) >= 0)
    if (isNamed || (!isLogged && (!inGap || isElsewhere))) return []
    const why = isLogged ? 'the log had it' : 'no gap is named for it'
    return [{ rule: RULE, at, what: `${call.key}, ${call.outcome}, isn't in the history, and ${why}` }]
  })
}

const wasForgotten = ({ forgotten }: Evening, call: WorldCall): boolean =>
  forgotten.some((one) => call.startedAt < one.at && isSamePhone(one.phone, call.phone))

const isOf = ({ ids }: WorldCall, row: CallLogRow): boolean => ids.includes(String(row['CallID']))

const isHere = ({ extension }: WorldCall, row: CallLogRow): boolean =>
  row['Targetextension'] === extension || row['CallerExtension'] === extension

/** Whether the log, requested for the call's extension, had one record for all extensions where it rang. */
const isForGroup = (call: WorldCall, { fault, search, rows }: LogAnswer): boolean =>
  fault === 'log-ring-group' &&
  search?.extensions?.includes(call.extension) === true &&
  rows.some((row) => isOf(call, row))

type Span = Pick<OpenSpan, 'from' | 'to'>

/** Negative if they are apart. */
const overlapMs = (span: Span, call: WorldCall): number =>
  Math.min(span.to, call.endedAt) + DATE_MS - Math.max(span.from, call.startedAt)

const isWithin = (call: WorldCall, span: Span): boolean =>
  call.startedAt >= span.from && call.endedAt <= span.to
