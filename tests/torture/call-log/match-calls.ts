import type { HistoryCall } from '../../../core/history/history-call.ts'
import type { WorldCall } from './world-calls.ts'

const SAME_START_MS = 6_000 // whole seconds, and the moment between two legs

/** The world's call for each stored one: by its id, otherwise by caller and start; null for none. */
export function matchCalls(
  stored: readonly HistoryCall[],
  world: readonly WorldCall[],
  clockRight: boolean,
): ReadonlyMap<HistoryCall, WorldCall | null> {
  const byId = new Map(
    world.flatMap((call) => call.ids.map((id) => [`${call.extension}/${id}`, call] as const)),
  )
  const byExtension = Map.groupBy(world, ({ extension }) => extension)
  const near = (row: HistoryCall): WorldCall | undefined =>
    byExtension
      .get(row.extension)
      ?.find(
        (call) =>
          isSamePhone(row.phone.received, call.phone) &&
          (!clockRight || call.starts.some((at) => Math.abs(at - row.startedAt) <= SAME_START_MS)),
      )
  return new Map(
    stored.map((row) => [
      row,
      byId.get(`${row.extension}/${row.ivrid}`) ?? (isUnnamed(row) ? near(row) : undefined) ?? null,
    ]),
  )
}

const SIGNIFICANT = 8

/** Stored under an id that the history made up, because the log had none. */
export const isUnnamed = ({ ivrid }: HistoryCall): boolean => ivrid === '' || ivrid.startsWith('~')

/** Local and international forms of a number are the same. */
export const isSamePhone = (one: string, other: string): boolean =>
  one === other || (/\d{8}$/.test(one) && one.slice(-SIGNIFICANT) === other.slice(-SIGNIFICANT))
