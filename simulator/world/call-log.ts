import type { Call, Leg } from './model.ts'
import type { Random } from './random.ts'
import type { LegEnd } from './truth.ts'

/** A person as the log names them; id 0 if nobody was logged in. */
export interface Person {
  readonly id: number
  readonly name: string
}

/** One extension's part in a call that is over: each ring, each dial, and each of the two legs of a click-to-call. */
export interface CallRecord {
  readonly ivrid: string
  /** `queue`: the caller gave up before it rang anywhere. */
  readonly kind: 'ring' | 'dial' | 'own-leg' | 'queue'
  /** `''` for `queue`. */
  readonly extension: string
  /** Who was logged in there when it started. */
  readonly user: Person
  /** Placed over the API. */
  readonly clicked: boolean
  readonly phone: string
  readonly did: string
  /** By name; `''` without one. */
  readonly queue: string
  readonly customData: Readonly<Record<string, unknown>>
  /** Epoch ms. */
  readonly startedAt: number
  readonly answeredAt: number | null
  readonly endedAt: number
  readonly why: LegEnd
  /** Who answered at another extension, if it rang here too. */
  readonly answeredElsewhere: (Person & { readonly extension: string }) | null
}

/** How long after the end of its call a record appears. */
export interface Lag {
  readonly leastMs: number
  readonly mostMs: number
}

/** The account's log of calls that are over. */
export interface CallLog {
  /** Those that have appeared by then, in the order in which their calls ended. */
  records(at: number): readonly CallRecord[]
  /** Also applies to records that haven't appeared yet. */
  setLag(lag: Lag): void
  lag(): Lag
}

/** What the switchboard enters in the log. */
export interface CallLogWriter {
  /** The agent picked up their own phone: that leg continues until the end of the call. */
  pickedUp(leg: Leg): void
  legOver(leg: Leg, why: LegEnd): void
  /** From now on its records may appear. */
  callOver(call: Call): void
}

export interface CallLogParts {
  readonly now: () => number
  readonly random: Random
  readonly lag: Lag
}

/** A few minutes. */
export const USUAL_LAG: Lag = { leastMs: 60_000, mostMs: 300_000 }

const KEPT = 200_000 // about a month of a busy centre

/** An empty log. */
export function createCallLog({ now, random, lag: first }: CallLogParts): CallLog & CallLogWriter {
  const drafts = new Map<Call, CallRecord[]>()
  let entries: { readonly record: CallRecord; readonly overAt: number; readonly share: number }[] = []
  let lag = first

  const draft = (call: Call, record: CallRecord): void =>
    void drafts.set(call, [...(drafts.get(call) ?? []), record])

  const enter = (record: CallRecord, share: number): void =>
    void entries.push({ record, overAt: now(), share })

  return {
    records: (at) =>
      entries
        .filter(({ overAt, share }) => overAt + lag.leastMs + share * (lag.mostMs - lag.leastMs) <= at)
        .map(({ record }) => record),
    setLag: (wanted) => void (lag = wanted),
    lag: () => lag,
    pickedUp: (leg) =>
      draft(leg.call, {
        ...ofLeg(leg),
        kind: 'own-leg',
        answeredAt: now(),
        endedAt: now(),
        why: 'caller-hung-up',
      }),
    legOver(leg, why) {
      // Another id takes over once the agent picks up: that leg was answered.
      const answeredAt = leg.isOwnLeg && why === 'transferred' ? now() : leg.answeredAt
      draft(leg.call, { ...ofLeg(leg), answeredAt, endedAt: now(), why })
    },
    callOver(call) {
      const legs = drafts.get(call) ?? []
      drafts.delete(call)
      const share = random.next()
      const answerer = legs.find(({ kind, answeredAt }) => kind !== 'own-leg' && answeredAt !== null)
      for (const leg of legs) {
        if (leg.kind === 'own-leg' && leg.answeredAt !== null) enter({ ...leg, endedAt: now() }, share)
        else if (leg.why !== 'answered-elsewhere' || answerer === undefined) enter(leg, share)
        else enter({ ...leg, answeredElsewhere: { ...answerer.user, extension: answerer.extension } }, share)
      }
      if (legs.length === 0 && call.queue !== null) enter({ ...ofCall(call), endedAt: now() }, share)
      if (entries.length > KEPT) entries = entries.slice(KEPT / 2)
    },
  }
}

const ofCall = (call: Call): CallRecord => ({
  ivrid: call.ivrid,
  kind: 'queue',
  extension: '',
  user: { id: 0, name: '' },
  clicked: call.clicked,
  phone: call.phone,
  did: call.did,
  queue: call.queue?.name ?? '',
  customData: call.customData,
  startedAt: call.beganAt,
  answeredAt: null,
  endedAt: call.beganAt,
  why: 'gave-up',
  answeredElsewhere: null,
})

const ofLeg = (leg: Leg): CallRecord => ({
  ...ofCall(leg.call),
  kind: leg.isOwnLeg ? 'own-leg' : leg.dials ? 'dial' : 'ring',
  extension: leg.agent.extension,
  user: leg.user,
  startedAt: leg.dialledAt ?? leg.startedAt,
})
