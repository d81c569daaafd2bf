import type { CallRecord } from '../world/call-log.ts'
import type { World } from '../world/world.ts'
import { MOST_ROWS, withQuirk, type CallLogQuirk } from './call-log-quirks.ts'
import { rowOf, type CallLogRow } from './call-log-row.ts'
import { isOfCall, readCallLogSearch, type CallLogSearch } from './call-log-search.ts'
import { otherWay } from './other-way.ts'
import { asObject, readText, type Parameters } from './parameters.ts'

/** Responds to requests for the call log; the limit of requests per minute is the account's. */
export type CallLogApi = (parameters: Parameters | null, quirk?: CallLogQuirk | null) => unknown

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const MOST_A_MINUTE = 30

const ERRORS = {
  1: 'Too many requests, please wait 5 seconds',
  2: 'Authorization failed',
  4: 'IP address is not authorized',
  5: 'Invalid date',
} as const

const refused = (error: keyof typeof ERRORS): object => ({
  ERROR_NUMBER: error,
  ERROR_DESCRIPTION: ERRORS[error],
  STATUS_CODE: 200,
  TOTAL_HITS: 0,
  RETURN_HITS: 0,
  CDR_LIST: [],
})

/** The call log of a world, for requests with this code. */
export function createCallLogApi(world: World, code: string): CallLogApi {
  let requests: readonly number[] = []

  function isTooOften(): boolean {
    const lastMinute = requests.filter((at) => world.now() - at < MINUTE_MS)
    const isFull = lastMinute.length >= MOST_A_MINUTE
    requests = isFull ? lastMinute : [...lastMinute, world.now()]
    return isFull
  }

  return (asked, quirk = null) => {
    const parameters = asked ?? {}
    if (readText(parameters, 'code') !== code) return refused(2)
    if (quirk === 'log-address') return refused(4)
    if (quirk === 'log-too-often' || isTooOften()) return refused(1)
    const search = readCallLogSearch(parameters)
    if (search === null) return refused(5)
    const rows = sorted(foundRows(world, search, quirk), parameters['sort'])
    const now = world.now()
    const time = { now, offsetMs: world.clock.offsetAt(now) }
    const listed = withQuirk(rows, quirk, time).slice(0, MOST_ROWS)
    const answer = {
      ERROR_NUMBER: 0,
      ERROR_DESCRIPTION: 'OK',
      STATUS_CODE: 200,
      TOTAL_HITS: Math.max(rows.length + (quirk === 'log-10000' ? MOST_ROWS : 0), listed.length),
      RETURN_HITS: listed.length,
      CDR_LIST: listed.map(only(parameters['fields'])),
    }
    return quirk === 'log-text' ? otherWay(answer) : answer
  }
}

/** The rows that a search finds. */
export function foundRows(
  world: World,
  search: CallLogSearch,
  quirk: CallLogQuirk | null,
): readonly CallLogRow[] {
  const { extensions, cdrTypes } = quirk === 'log-unfiltered' ? { ...search, extensions: null } : search
  const records = world.callLog
    .records(world.now() - (quirk === 'log-late' ? HOUR_MS : 0))
    .filter((record) => isOfCall(search, record))
  return ringGroups(records, quirk === 'log-ring-group')
    .filter((group) => extensions === null || group.some(({ extension }) => extensions.includes(extension)))
    .flatMap(rowOfGroup)
    .filter(({ CdrType }) => cdrTypes === null || cdrTypes.includes(String(CdrType)))
}

/** Records that share one row. */
function ringGroups(records: readonly CallRecord[], isOneRow: boolean): readonly (readonly CallRecord[])[] {
  const groups = Map.groupBy(records, (record) =>
    isOneRow && record.kind === 'ring' ? record.ivrid : record,
  )
  return [...groups.values()]
}

/** The row of the extension that answered, or of the first one where it rang, from when it first rang. */
function rowOfGroup(group: readonly CallRecord[]): readonly CallLogRow[] {
  const [first] = group
  const record = group.find(({ answeredAt }) => answeredAt !== null) ?? first
  if (record === undefined || first === undefined) return []
  return [rowOf({ ...record, startedAt: first.startedAt })]
}

/** By date, the newest first, unless the request says otherwise. */
function sorted(rows: readonly CallLogRow[], sort: unknown): readonly CallLogRow[] {
  const { field = 'date', order = 'desc' } = asObject(Array.isArray(sort) ? sort[0] : null) ?? {}
  const name = SORTED.find((one) => one.toLowerCase() === String(field).toLowerCase()) ?? 'DateEpoch'
  const sign = order === 'asc' ? 1 : -1
  return rows.toSorted((one, other) => sign * (Number(one[name]) - Number(other[name])))
}

const SORTED = ['Duration', 'RingTime', 'CdrType']

/** Leaves the fields that were requested, in any spelling; all of them if none was. */
const only =
  (fields: unknown) =>
  (row: unknown): unknown => {
    if (!Array.isArray(fields) || fields.length === 0) return row
    const record = asObject(row)
    if (record === null) return row
    const wanted = new Set(fields.map((field) => String(field).toLowerCase()))
    return Object.fromEntries(Object.entries(record).filter(([name]) => wanted.has(name.toLowerCase())))
  }
