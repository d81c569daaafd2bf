import { isPlacedHere } from '../call-phase.ts'
import type { Call, CallKey } from '../domain.ts'
import { doneOnceMore, type DoneAt } from '../per-minute.ts'

/** The moments of a call at which the endpoint is called, in their order. */
export const POPUP_PHASES = ['ringing', 'talking', 'hangup'] as const
export type PopupPhase = (typeof POPUP_PHASES)[number]

/** Which requests were sent to the endpoint, and which of its responses count. */
export interface PopupScreenMemory {
  readonly calls: ReadonlyMap<CallKey, CallMemory>
  readonly sentAt: DoneAt
}

interface CallMemory {
  /** The last phase that was requested. */
  readonly requested: PopupPhase
  /** The phase of the response that counts; absent before the first one that says anything. */
  readonly answered?: PopupPhase
  /** How many responses are awaited. */
  readonly awaited: number
}

export const EMPTY_POPUP_SCREEN: PopupScreenMemory = { calls: new Map(), sentAt: [] }

/** A request to send, at most once for each call and phase: whoever sends it stores that first. */
export interface PopupRequest {
  readonly call: Call
  readonly phase: PopupPhase
}

/** More requests per minute are not normal work: a new ring each second. */
export const MAX_REQUESTS_PER_MINUTE = 60

/** The calls of a poll: the live ones, and those that have just ended. */
export interface SeenCalls {
  readonly at: number
  readonly calls: readonly Call[]
  readonly ended: readonly Call[]
}

export interface DueRequests {
  readonly memory: PopupScreenMemory
  readonly requests: readonly PopupRequest[]
  /** How many requests the limit per minute held back; those of live calls follow later. */
  readonly held: number
}

/**
 * Which requests to send next. A phase that was skipped, or over before it could be requested, isn't requested
 * afterwards.
 */
export function dueRequests(memory: PopupScreenMemory, { at, calls, ended }: SeenCalls): DueRequests {
  const live = new Set(calls.map(({ key }) => key))
  const next = new Map([...memory.calls].filter(([key, { awaited }]) => live.has(key) || awaited > 0))
  const requests: PopupRequest[] = []
  let { sentAt } = memory
  let held = 0
  for (const [call, phase] of moments(calls, ended)) {
    const known = memory.calls.get(call.key)
    if (!isLater(phase, known?.requested)) continue
    const sent = doneOnceMore(sentAt, at, MAX_REQUESTS_PER_MINUTE)
    if (sent === null) {
      held += 1
      continue
    }
    sentAt = sent
    requests.push({ call, phase })
    next.set(call.key, { ...known, requested: phase, awaited: (known?.awaited ?? 0) + 1 })
  }
  return { memory: { calls: next, sentAt }, requests, held }
}

const moments = (
  calls: readonly Call[],
  ended: readonly Call[],
): readonly (readonly [Call, PopupPhase])[] => [
  ...ended.filter(({ direction }) => direction !== 'spy').map((call) => [call, 'hangup'] as const),
  ...calls.flatMap((call) => {
    const phase = popupPhase(call)
    return phase === null ? [] : [[call, phase] as const]
  }),
]

/** A request that is done: its response says something about the caller, or doesn't, or there was none. */
export interface DoneRequest {
  readonly key: CallKey
  readonly phase: PopupPhase
  readonly says: boolean
}

/** `counts`: whether the response counts, since none of a later phase of its call came before it. */
export function takeResponse(
  memory: PopupScreenMemory,
  { key, phase, says }: DoneRequest,
): { readonly memory: PopupScreenMemory; readonly counts: boolean } {
  const known = memory.calls.get(key)
  const counts = known !== undefined && says && !isOlder(phase, known.answered)
  const calls = new Map(memory.calls)
  if (known !== undefined)
    calls.set(key, {
      ...known,
      awaited: Math.max(0, known.awaited - 1),
      ...(counts ? { answered: phase } : {}),
    })
  return { memory: { ...memory, calls }, counts }
}

const isOlder = (phase: PopupPhase, answered: PopupPhase | undefined): boolean =>
  answered !== undefined && isLater(answered, phase)

/** Whether `one` comes after `other` in a call; any phase comes after none. */
const isLater = (one: PopupPhase, other: PopupPhase | undefined): boolean =>
  other === undefined || POPUP_PHASES.indexOf(one) > POPUP_PHASES.indexOf(other)

/**
 * The moment that a live call is at. Null while there is none to report: the call is being dialled, the agent listens
 * in on a colleague's, or its ring may be an older response, repeated.
 */
function popupPhase({ phase, direction, connected, ringInDoubt }: Call): PopupPhase | null {
  if (direction === 'spy') return null
  if (phase !== 'ringing') return connected ? 'talking' : null
  return isPlacedHere(direction) || ringInDoubt === true ? null : 'ringing'
}
