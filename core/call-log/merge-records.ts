import type { Outcome, Phone } from '../domain.ts'
import { isOwn, type RecordGroup } from './group-records.ts'
import type { LoggedCall } from './logged-call.ts'
import { endOf, type LogTimes, type PlacedRecord } from './place-records.ts'

/** A gap within a group of records: the call rang here a second time. */
const AGAIN_MS = 2_000

export interface MergedCall {
  readonly call: LoggedCall
  /** Pairs of records that are the same, but disagree. */
  readonly contradictions: number
}

/** What decides about the records of a call. */
export interface MergeParts {
  readonly extension: string
  readonly readPhone: (received: string) => Phone
  readonly known: LogTimes['known']
  /** Whose records say that who answered on this extension: users and names, as `whoAnswered`. */
  readonly answeredHere: ReadonlySet<string>
}

/** The call that a group of records is about; null if it is none on the watched extension. */
export function mergeRecords(
  { ivrid, otherIds, records }: RecordGroup,
  parts: MergeParts,
): MergedCall | null {
  const { extension, readPhone } = parts
  const isPlaced = records.some((one) => one.kind === 'own-leg' && isOwn(one.side))
  const own = records.filter(
    (one) => isOnExtension(one) || (isPlaced && one.kind === 'far-leg' && one.side === 'none'),
  )
  const farLegs = own.filter((one) => one.kind === 'far-leg')
  const deciding = isPlaced && farLegs.length > 0 ? farLegs : own
  const start = own[0]?.at
  if (start === undefined) return ofRingGroup(ivrid, records, parts)
  const isIncoming = !isPlaced && own.some((one) => one.side === 'called')
  const times = occasionsOf(deciding).map(mostSpecific)
  const answered = times.some((one) => one.answered)
  const answeredBy = isIncoming && !answered ? colleague(records, own, parts.answeredHere) : null
  const find = <T>(pick: (one: PlacedRecord) => T | null): T | null =>
    [...deciding, ...own].map(pick).find((one) => one !== null) ?? null
  const did = isIncoming ? find((one) => one.did || null) : null
  // Whether the other person was reached isn't in the record of the agent's own leg.
  const isOwnLegAlone = isPlaced && farLegs.length === 0
  return {
    call: {
      ivrid,
      otherIds,
      firstLegAlone: isOwnLegAlone,
      extension,
      userId: find((one) => one.userId),
      direction: isPlaced ? 'click-to-call' : isIncoming ? 'incoming' : 'outgoing',
      phone: readPhone(find((one) => one.party || null) ?? ''),
      did: did === null ? null : readPhone(did),
      queue: find((one) => one.queue || null) ?? '',
      startedAt: start,
      ringSeconds: total(times.map((one) => one.ringSeconds)),
      talkSeconds: isOwnLegAlone && answered ? null : total(times.map((one) => one.talkSeconds)),
      outcome: outcomeOf(isIncoming, answered || answeredBy !== null),
      answeredBy: answeredBy ?? '',
      recordingUrl: find((one) => one.recordingUrl),
      transferredFrom: find((one) => one.transferredFrom),
    },
    contradictions: contradictionsIn(own),
  }
}

/** A ring here that polls saw, with records of other extensions alone: one record may stand for a ring group. */
function ofRingGroup(
  ivrid: string | null,
  records: readonly PlacedRecord[],
  { extension, readPhone, known, answeredHere }: MergeParts,
): MergedCall | null {
  const seen = ivrid === null ? null : known(ivrid)
  const first = records[0]
  if (seen === null || seen.answered || first === undefined) return null
  const answeredBy = colleague(records, [], answeredHere)
  return {
    call: {
      ivrid,
      otherIds: [],
      firstLegAlone: false,
      extension,
      userId: null,
      direction: 'incoming',
      phone: readPhone(first.party),
      did: first.did === '' ? null : readPhone(first.did),
      queue: first.queue,
      startedAt: seen.startedAt,
      ringSeconds: null,
      talkSeconds: 0,
      outcome: outcomeOf(true, answeredBy !== null),
      answeredBy: answeredBy ?? '',
      recordingUrl: null,
      transferredFrom: first.transferredFrom,
    },
    contradictions: 0,
  }
}

/** Who answered a call elsewhere, by name; null if nobody did. Their own record says so, or the one of the ring here. */
function colleague(
  records: readonly PlacedRecord[],
  own: readonly PlacedRecord[],
  answeredHere: ReadonlySet<string>,
): string | null {
  const theirs = records.find((one) => one.answered && !own.includes(one))
  if (theirs !== undefined) return theirs.representative || theirs.user
  const named = own.find(
    (one) =>
      one.user !== '' &&
      one.representative !== '' &&
      one.representative !== one.user &&
      !answeredHere.has(whoAnswered(one)),
  )
  return named?.representative ?? null
}

/** An extension's records may be those of its owner, whoever is logged in. */
export const whoAnswered = ({ user, representative }: PlacedRecord): string =>
  JSON.stringify([user, representative])

/** Not the continuation elsewhere of a call that was passed on from here. */
const isOnExtension = ({ side, kind }: PlacedRecord): boolean =>
  side === 'called' || (side === 'calling' && kind !== 'passed-on')

function outcomeOf(isIncoming: boolean, answered: boolean): Outcome {
  return answered ? 'completed' : isIncoming ? 'missed' : 'unanswered'
}

/** The sum of what is known; null if nothing is. */
const total = (seconds: readonly (number | null)[]): number | null =>
  seconds.reduce((sum, one) => (one === null ? sum : (sum ?? 0) + one), null)

/** The longest of what is known; null if nothing is. */
const longest = (seconds: readonly (number | null)[]): number | null =>
  seconds.reduce((most, one) => (one === null ? most : Math.max(most ?? 0, one)), null)

/** Records that overlap are about the same ring or talk. */
function occasionsOf(records: readonly PlacedRecord[]): readonly (readonly PlacedRecord[])[] {
  const occasions: PlacedRecord[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const one of records) {
    const last = occasions.at(-1)
    if (last !== undefined && one.at <= end + AGAIN_MS) last.push(one)
    else occasions.push([one])
    end = Math.max(end, endOf(one))
  }
  return occasions
}

type Times = Pick<PlacedRecord, 'answered' | 'talkSeconds' | 'ringSeconds'>

/** A record of the whole call includes menus and waiting: it counts only alone. Of equal ones, the longest counts. */
function mostSpecific(records: readonly PlacedRecord[]): Times {
  const specific = records.filter((one) => one.kind !== 'whole')
  const counting = specific.length > 0 ? specific : records
  return {
    answered: counting.some((one) => one.answered),
    talkSeconds: longest(counting.map((one) => one.talkSeconds)),
    ringSeconds: longest(counting.map((one) => one.ringSeconds)),
  }
}

function contradictionsIn(records: readonly PlacedRecord[]): number {
  return records.filter((one, index) => {
    const before = records[index - 1]
    if (before === undefined || before.kind !== one.kind || one.at - before.at > AGAIN_MS) return false
    return before.answered !== one.answered || before.talkSeconds !== one.talkSeconds
  }).length
}
