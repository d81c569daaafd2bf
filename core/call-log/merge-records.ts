import type { Outcome, Phone } from '../domain.ts'
import { isOwn, type RecordGroup } from './group-records.ts'
import type { LoggedCall } from './logged-call.ts'
import type { PlacedRecord } from './place-records.ts'

/** A gap within a group of records: the call rang here a second time. */
const AGAIN_MS = 2_000

export interface MergedCall {
  readonly call: LoggedCall
  /** Pairs of records that are the same, but disagree. */
  readonly contradictions: number
}

/** The call that a group of records is about; null if it is none on the watched extension. */
export function mergeRecords(
  { ivrid, otherIds, records }: RecordGroup,
  extension: string,
  readPhone: (received: string) => Phone,
): MergedCall | null {
  const isPlaced = records.some((one) => one.kind === 'own-leg' && isOwn(one.side))
  const own = records.filter(
    (one) => isOnExtension(one) || (isPlaced && one.kind === 'far-leg' && one.side === 'none'),
  )
  const farLegs = own.filter((one) => one.kind === 'far-leg')
  const deciding = isPlaced && farLegs.length > 0 ? farLegs : own
  const first = deciding[0]
  const start = own[0]?.at
  if (first === undefined || start === undefined) return null
  const isIncoming = !isPlaced && own.some((one) => one.side === 'called')
  const times = occasionsOf(deciding).map(mostSpecific)
  const answered = times.some((one) => one.answered)
  const takenBy =
    isIncoming && !answered ? records.find((one) => one.answered && !own.includes(one)) : undefined
  const find = <T>(pick: (one: PlacedRecord) => T | null): T | null => firstOf([...deciding, ...own], pick)
  // Whether the other person was reached isn't in the record of the agent's own leg.
  const isOwnLegAlone = isPlaced && farLegs.length === 0
  return {
    call: {
      ivrid,
      otherIds,
      extension,
      userId: find((one) => one.userId),
      direction: isPlaced ? 'click-to-call' : isIncoming ? 'incoming' : 'outgoing',
      phone: readPhone(find((one) => one.party || null) ?? ''),
      did: isIncoming
        ? phoneOf(
            find((one) => one.did || null),
            readPhone,
          )
        : null,
      queue: find((one) => one.queue || null) ?? '',
      startedAt: start,
      ringSeconds: total(times.map((one) => one.ringSeconds)),
      talkSeconds: isOwnLegAlone && answered ? null : total(times.map((one) => one.talkSeconds)),
      outcome: outcomeOf(isIncoming, answered || takenBy !== undefined),
      answeredBy: takenBy?.person ?? '',
      recordingUrl: find((one) => one.recordingUrl),
      transferredFrom: find((one) => one.transferredFrom),
    },
    contradictions: contradictionsIn(own),
  }
}

/** Not the continuation elsewhere of a call that was passed on from here. */
const isOnExtension = ({ side, kind }: PlacedRecord): boolean =>
  side === 'called' || (side === 'calling' && kind !== 'passed-on')

function outcomeOf(isIncoming: boolean, answered: boolean): Outcome {
  return answered ? 'completed' : isIncoming ? 'missed' : 'unanswered'
}

const phoneOf = (received: string | null, readPhone: (received: string) => Phone): Phone | null =>
  received === null ? null : readPhone(received)

function firstOf<T>(records: readonly PlacedRecord[], pick: (one: PlacedRecord) => T | null): T | null {
  for (const one of records) {
    const found = pick(one)
    if (found !== null) return found
  }
  return null
}

/** The sum of what is known; null if nothing is. */
function total(seconds: readonly (number | null)[]): number | null {
  const known = seconds.filter((one) => one !== null)
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0)
}

const endOf = (one: PlacedRecord): number => one.at + ((one.ringSeconds ?? 0) + (one.talkSeconds ?? 0)) * 1000

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

const longest = (seconds: readonly (number | null)[]): number | null => {
  const known = seconds.filter((one) => one !== null)
  return known.length === 0 ? null : Math.max(...known)
}

function contradictionsIn(records: readonly PlacedRecord[]): number {
  return records.filter((one, index) => {
    const before = records[index - 1]
    if (before === undefined || before.kind !== one.kind || one.at - before.at > AGAIN_MS) return false
    return before.answered !== one.answered || before.talkSeconds !== one.talkSeconds
  }).length
}
