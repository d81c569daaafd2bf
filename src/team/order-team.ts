import type { TeamNews } from '../../core/contract.ts'
import type { TeamRow } from '../../core/surroundings.ts'
import { TEAM_GROUPS, teamGroup } from './team-group.ts'

/**
 * The rows after some changes, in the order in which they are shown: by group, then by name. Only what moved is sorted
 * again, and an unchanged row remains the same object.
 */
export function orderTeam(
  before: readonly TeamRow[],
  { changed, gone }: Pick<TeamNews, 'changed' | 'gone'>,
): readonly TeamRow[] {
  const news = new Map(changed.map((row) => [row.extension, row]))
  const left = new Set(gone)
  const remaining: TeamRow[] = []
  for (const row of before) {
    const now = news.get(row.extension)
    if (now === undefined) {
      if (!left.has(row.extension)) remaining.push(row)
    } else if (staysInPlace(row, now)) {
      remaining.push(now)
      news.delete(row.extension)
    }
  }
  return withInserted(remaining, [...news.values()].sort(compareRows))
}

const names = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })
const rank = (row: TeamRow): number => TEAM_GROUPS.indexOf(teamGroup(row))

const staysInPlace = (one: TeamRow, other: TeamRow): boolean =>
  one.person === other.person && teamGroup(one) === teamGroup(other)

/** People of the same name are ordered by their SIP codes, so that no two rows are equal. */
function compareRows(one: TeamRow, other: TeamRow): number {
  const groups = rank(one) - rank(other)
  if (groups !== 0) return groups
  const people = one.person === other.person ? 0 : names.compare(one.person, other.person)
  return people || (one.extension < other.extension ? -1 : 1)
}

/** Both are sorted; the positions are found by binary search, since few are inserted among many. */
function withInserted(rows: readonly TeamRow[], moved: readonly TeamRow[]): readonly TeamRow[] {
  if (rows.length === 0) return moved
  const merged: TeamRow[] = []
  let taken = 0
  for (const row of moved) {
    const position = positionOf(rows, row, taken)
    for (; taken < position; taken += 1) push(merged, rows[taken])
    merged.push(row)
  }
  for (; taken < rows.length; taken += 1) push(merged, rows[taken])
  return merged
}

function push(rows: TeamRow[], row: TeamRow | undefined): void {
  if (row !== undefined) rows.push(row)
}

/** The first index from `from` on whose row comes after this one. */
function positionOf(rows: readonly TeamRow[], row: TeamRow, from: number): number {
  let low = from
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    const there = rows[middle]
    if (there !== undefined && compareRows(there, row) < 0) low = middle + 1
    else high = middle
  }
  return low
}
