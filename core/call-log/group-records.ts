import { endOf, type PlacedRecord } from './place-records.ts'

/** The records of one call. */
export interface RecordGroup {
  /** Null without an id. */
  readonly ivrid: string | null
  /** Ids of its other leg. */
  readonly otherIds: readonly string[]
  /** Oldest first. */
  readonly records: readonly PlacedRecord[]
}

/** The same call has the same start in two records, or nearly. */
const SAME_START_MS = 3_000
/** The far leg starts when the own one is answered; both are stamped in whole seconds. */
const LEG_SLACK_MS = 5_000

/**
 * Records by call: those with the same id, those without one that are about the same moment and caller, and the two legs
 * of a placed call, which may have different ids. The order of `records` doesn't matter.
 */
export function groupRecords(records: readonly PlacedRecord[]): readonly RecordGroup[] {
  const ordered = [...records].sort(inOrder)
  const withId = Map.groupBy(
    ordered.filter(({ ivrid }) => ivrid !== ''),
    ({ ivrid }) => ivrid,
  )
  const groups = [...withId].map(([ivrid, list]): Draft => ({ ivrid, otherIds: [], records: list }))
  joinUnnamed(
    groups,
    ordered.filter(({ ivrid, side }) => ivrid === '' && isOwn(side)),
  )
  return joinLegs(groups)
}

export const isOwn = (side: PlacedRecord['side']): boolean => side === 'called' || side === 'calling'

interface Draft {
  readonly ivrid: string | null
  readonly otherIds: readonly string[]
  readonly records: PlacedRecord[]
}

/** A total order, so that the result doesn't depend on the order in the response. */
const inOrder = (a: PlacedRecord, b: PlacedRecord): number =>
  a.at - b.at ||
  compare(a.ivrid, b.ivrid) ||
  compare(a.kind, b.kind) ||
  compare(JSON.stringify(a), JSON.stringify(b))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Adds records without an id to the group that is about the same call, or to a new one. */
function joinUnnamed(groups: Draft[], unnamed: readonly PlacedRecord[]): void {
  /** Where somebody who waits rang last. */
  const rings = new Map<string, Draft>()
  const near = new Map<string, { readonly at: number; readonly group: Draft }[]>()
  const slot = (record: PlacedRecord, at: number): string =>
    `${record.side} ${callerText(record.party)} ${Math.floor(at / SAME_START_MS)}`

  function note(record: PlacedRecord, group: Draft): void {
    const key = slot(record, record.at)
    near.set(key, [...(near.get(key) ?? []).slice(-MAX_IN_SLOT), { at: record.at, group }])
  }

  function newGroup(): Draft {
    const group: Draft = { ivrid: null, otherIds: [], records: [] }
    groups.push(group)
    return group
  }

  for (const group of groups) for (const one of group.records) if (isOwn(one.side)) note(one, group)
  for (const record of unnamed) {
    const found = [0, -SAME_START_MS, SAME_START_MS]
      .flatMap((ms) => near.get(slot(record, record.at + ms)) ?? [])
      .find(({ at }) => Math.abs(at - record.at) <= SAME_START_MS)
    const caller = `${record.side} ${callerText(record.party)}`
    const group = found?.group ?? ringsAgain(record, rings.get(caller)) ?? newGroup()
    group.records.push(record)
    note(record, group)
    rings.set(caller, group)
  }
}

/** Whoever waits in a queue rings again and again. */
function ringsAgain({ at, side }: PlacedRecord, before: Draft | undefined): Draft | null {
  const isLater = before !== undefined && at - lastEnd(before) <= RING_AGAIN_MS
  return isLater && side === 'called' && before.records.at(-1)?.rangOut === true ? before : null
}

const RING_AGAIN_MS = 10_000

const MAX_IN_SLOT = 8 // nobody starts more calls with the same person within three seconds

/** A caller as written, by the digits that local and international forms have in common. */
function callerText(party: string): string {
  const digits = party.replaceAll(/\D/g, '')
  return digits === '' ? party.toLowerCase() : digits.slice(-8)
}

/** Puts a lone own leg and the far leg that followed it together. */
function joinLegs(groups: readonly Draft[]): readonly RecordGroup[] {
  const only = (kind: PlacedRecord['kind']): Draft[] =>
    groups.filter(
      ({ records }) =>
        records.some((one) => one.kind === kind && isOwn(one.side)) &&
        records.every((one) => one.kind === kind),
    )
  const far = only('far-leg').sort((a, b) => startOf(a) - startOf(b))
  const taken = new Set<Draft>()
  const joined = new Map<Draft, RecordGroup>()
  let first = 0
  for (const own of only('own-leg').sort((a, b) => startOf(a) - startOf(b))) {
    while (first < far.length && startOf(far[first]) < startOf(own)) first++
    const match = far
      .slice(first, first + MAX_LEGS)
      .find((one) => !taken.has(one) && startOf(one) <= lastEnd(own) + LEG_SLACK_MS)
    if (match === undefined) continue
    taken.add(match).add(own)
    joined.set(match, {
      ivrid: match.ivrid ?? own.ivrid,
      otherIds: match.ivrid === null || own.ivrid === null ? [] : [own.ivrid],
      records: [...own.records, ...match.records],
    })
  }
  return groups.flatMap((one) => joined.get(one) ?? (taken.has(one) ? [] : one))
}

const MAX_LEGS = 4

const startOf = (group: Draft | undefined): number => group?.records[0]?.at ?? Number.POSITIVE_INFINITY

const lastEnd = ({ records }: Draft): number => Math.max(...records.map(endOf))
