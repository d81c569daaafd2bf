import type { HistoryCall } from '../../../../core/history/history-call.ts'
import type { Violation } from '../../violation.ts'
import type { Evening } from '../evening.ts'
import { isUnnamed, matchCalls } from '../match-calls.ts'

const RULE = 'each call once'
const LONG_MS = 600_000

/** The world's calls are in the history at most once each, and what no poll saw is one of them. */
export function oneTruth({ at, stored, world, clockRight }: Evening): readonly Violation[] {
  // Without an id, a call is only known by its start: not if the clock is set.
  const rowsAt = clockRight ? stored : stored.filter((row) => !isUnnamed(row))
  const matched = matchCalls(rowsAt, world, clockRight)
  const isUnseen = ({ logged }: HistoryCall): boolean => logged?.unseen === true
  const invented = rowsAt.filter((row) => isUnseen(row) && matched.get(row) === null)
  const rows = Map.groupBy(
    rowsAt.filter((row) => matched.get(row) !== null),
    (row) => matched.get(row),
  )
  // Polls may have seen two legs; the log must not add a third. After the clock was set, it may have only a leg of theirs.
  const isApart = (same: readonly HistoryCall[]): boolean => {
    const starts = same.map(({ startedAt }) => startedAt)
    return !clockRight && Math.max(...starts) - Math.min(...starts) > LONG_MS
  }
  const twice = [...rows].filter(([, same]) => same.length > 1 && same.some(isUnseen) && !isApart(same))
  return [
    ...invented.map(({ key }) => ({ rule: RULE, at, what: `${key} is stored from the log, but never was` })),
    ...twice.map(([call, same]) => ({
      rule: RULE,
      at,
      what: `${call?.key ?? ''} is stored ${same.length} times: ${same.map(({ key }) => key).join(', ')}`,
    })),
  ]
}
