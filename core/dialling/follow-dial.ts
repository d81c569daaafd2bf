import { isConnected, isPlacedHere, reportedPhase } from '../call-phase.ts'
import type { Call } from '../domain.ts'
import type { Dial, DialStage } from './dial-state.ts'
import { placedMatch } from './own-legs.ts'

type SeenStage = Extract<DialStage, 'own-leg' | 'dialling' | 'talking'>

const RANK: readonly SeenStage[] = ['own-leg', 'dialling', 'talking']

/** Between the two legs, a response may show neither. */
const MAX_ABSENT = 2

interface Snapshot {
  readonly at: number
  readonly calls: readonly Call[]
}

/** The dial after a response about its extension; the same object if nothing changed. */
export function followDial(dial: Dial, { at, calls }: Snapshot): Dial {
  if (dial.sentAt === null || UNFOLLOWED.has(dial.stage)) return dial
  const own = ownCalls(calls, dial, at)
  if (own.length === 0) return unseenNow(dial, at)
  const stage = furthest(dial, own)
  const keys = own.every(({ key }) => dial.keys.includes(key))
    ? dial.keys
    : [...new Set([...dial.keys, ...own.map(({ key }) => key)])]
  if (stage === dial.stage && keys === dial.keys && dial.absent === 0) return dial
  return {
    ...dial,
    stage,
    reached: stage,
    keys,
    absent: 0,
    why: null,
    since: stage === dial.stage ? dial.since : at,
  }
}

const UNFOLLOWED: ReadonlySet<DialStage> = new Set(['confirming', 'over', 'refused'])

/** Those that are surely its legs; if there are none, those that are likely to be. */
function ownCalls(calls: readonly Call[], dial: Dial, at: number): readonly Call[] {
  const sure = calls.filter((call) => matchOf(call, dial, at) === 'sure')
  return sure.length > 0 ? sure : calls.filter((call) => matchOf(call, dial, at) === 'likely')
}

const LATE_MS = 5_000 // whole seconds, and a response's way

function matchOf(call: Call, dial: Dial, at: number): ReturnType<typeof placedMatch> {
  const isById = dial.callId !== null && call.ivrid === dial.callId
  // By now each call is marked as placed or not: one that isn't placed here is a caller's.
  const match = isById || isPlacedHere(call.direction) ? placedMatch(call, expected(dial)) : null
  if (match === 'sure') return match
  if (dial.keys.includes(call.key)) return 'likely'
  // The clock may have been set back since.
  return match !== null && call.startedAt >= Math.min(dial.sentAt ?? 0, at) - LATE_MS ? match : null
}

const expected = ({ id, extension, target, callId, sentAt, before }: Dial) => ({
  ...{ id, extension, target, callId, before },
  sentAt: sentAt ?? 0,
})

/** A call never goes back a stage: if its first leg rang and a leg is now dialled, that is the second one. */
function furthest(dial: Dial, own: readonly Call[]): SeenStage {
  const stages: readonly DialStage[] = [dial.stage, ...own.map(stageOf)]
  return RANK.findLast((stage) => stages.includes(stage)) ?? 'own-leg'
}

function stageOf(call: Call): SeenStage {
  if (call.connected || isConnected(call.phase, call.answered)) return 'talking'
  if (call.statusWord.toLowerCase() === 'ringing' || reportedPhase(call) === 'other') return 'own-leg'
  return 'dialling'
}

function unseenNow(dial: Dial, at: number): Dial {
  if (dial.keys.length === 0) return dial
  const absent = dial.absent + 1
  if (dial.stage !== 'talking' && absent < MAX_ABSENT) return { ...dial, absent }
  return { ...dial, stage: 'over', absent, since: at }
}
