import type { CallKey, Outcome } from '../../../core/domain.ts'
import type { CallRecord } from '../../../simulator/world/call-log.ts'

/** A call on one extension that is over, as it really was. Times are true epoch ms. */
export interface WorldCall {
  readonly key: CallKey
  readonly extension: string
  /** Its id, and that of the first leg of a click-to-call, if that is another one. */
  readonly ids: readonly string[]
  /** Who was logged in there; id 0 for nobody. Several if it rang again later. */
  readonly users: readonly number[]
  readonly isIncoming: boolean
  readonly phone: string
  readonly startedAt: number
  /** When it started to ring or was dialled, each time. */
  readonly starts: readonly number[]
  readonly endedAt: number
  /** Null for a click-to-call that the agent didn't pick up. */
  readonly outcome: Outcome | null
  readonly talkSeconds: number
  /** The colleague who answered it instead; `''` for none. */
  readonly answeredBy: string
}

/** All calls that these records are about, by extension. */
export function worldCalls(records: readonly CallRecord[]): readonly WorldCall[] {
  const here = records.filter(({ extension }) => extension !== '')
  const groups = Map.groupBy(here, (record) => `${record.extension}/${mainId(record, here)}`)
  return [...groups].map(([key, legs]) => worldCall(key, legs))
}

/** A first leg with its own id belongs to the call that it led to. */
function mainId(record: CallRecord, records: readonly CallRecord[]): string {
  const { kind, why, extension, endedAt, ivrid } = record
  if (kind !== 'own-leg' || why !== 'transferred') return ivrid
  const next = records.find(
    (one) => one.kind === 'dial' && one.clicked && one.extension === extension && one.startedAt === endedAt,
  )
  return next?.ivrid ?? ivrid
}

function worldCall(key: CallKey, legs: readonly CallRecord[]): WorldCall {
  const [first] = legs
  if (first === undefined) throw new RangeError('a call without legs')
  const own = legs.filter(({ kind }) => kind !== 'own-leg')
  const isIncoming = own.some(({ kind }) => kind === 'ring')
  const talks = own.filter(({ answeredAt }) => answeredAt !== null)
  const elsewhere = own.find(({ answeredElsewhere }) => answeredElsewhere !== null)?.answeredElsewhere ?? null
  const isCompleted = talks.length > 0 || elsewhere !== null
  return {
    key,
    extension: first.extension,
    ids: [...new Set(legs.map(({ ivrid }) => ivrid))],
    users: legs.map(({ user }) => user.id),
    isIncoming,
    phone: first.phone,
    starts: legs.map(({ startedAt }) => startedAt),
    startedAt: Math.min(...legs.map(({ startedAt }) => startedAt)),
    endedAt: Math.max(...legs.map(({ endedAt }) => endedAt)),
    outcome: own.length === 0 ? null : isCompleted ? 'completed' : isIncoming ? 'missed' : 'unanswered',
    talkSeconds: talks.reduce(
      (sum, { answeredAt, endedAt }) => sum + (endedAt - (answeredAt ?? endedAt)) / 1000,
      0,
    ),
    answeredBy: talks.length > 0 ? '' : (elsewhere?.name ?? ''),
  }
}
