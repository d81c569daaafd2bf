import type { Answered } from '../confirmation.ts'
import type { Call, CallKey } from '../domain.ts'
import type { DialAnswer } from '../telephony/telephony-client.ts'
import type { DialTarget } from './dial-target.ts'
import { isUnderWay, type Dial, type DialStage, type DialWhy, type NotPlaced } from './dial-state.ts'
import { followDial } from './follow-dial.ts'
import { mayHaveArrived } from './may-have-arrived.ts'
import { EXPECTED_MS } from './own-legs.ts'

/** The inputs of a dial. Times are epoch ms by this computer's clock. */
export type DialInput =
  /**
   * A click on Call, a link or a shortcut: requests confirmation, or says why no call is possible. `id`: the click's.
   */
  | {
      readonly kind: 'asked'
      readonly at: number
      readonly id: string
      readonly extension: string
      readonly target: DialTarget | { readonly refused: NotPlaced }
    }
  /**
   * `refused`: a limit is reached, or the phone isn't the agent's any more. `before`: the calls that are on the
   * extension.
   */
  | {
      readonly kind: 'confirmed'
      readonly at: number
      readonly id: string
      readonly refused: NotPlaced | null
      readonly before: readonly CallKey[]
    }
  /** It couldn't be stored, so it wasn't sent. */
  | { readonly kind: 'not-stored'; readonly at: number; readonly id: string }
  | Answered<DialAnswer, string>
  | {
      readonly kind: 'snapshot'
      readonly at: number
      readonly calls: readonly Call[]
    }
  /** Cancels the confirmation, or dismisses a finished dial. */
  | { readonly kind: 'closed'; readonly at: number; readonly id: string }
  /** An earlier run sent it, and ended before it knew the outcome. */
  | {
      readonly kind: 'restored'
      readonly at: number
      readonly id: string
      readonly extension: string
      readonly target: DialTarget
      readonly sentAt: number
      readonly callId: string | null
    }
  /** Its stage has lasted as long as `dialWait`. */
  | { readonly kind: 'tick'; readonly at: number }

/** What to do. `place`: store it, then send it once, and never again. */
export type DialCommand =
  | { readonly do: 'place'; readonly dial: Dial }
  /** The outcome is known: a later run needn't look for it. */
  | { readonly do: 'conclude'; readonly id: string }
  | { readonly do: 'poll-now' }

export interface DialStep {
  /** The call that is being placed, or the last one; null if none is shown. */
  readonly dial: Dial | null
  readonly commands: readonly DialCommand[]
}

const SHOWN_MS = 6_000 // long enough to read that it has ended

/** One step: the same dial and input always give the same result. */
export function stepDial(dial: Dial | null, input: DialInput): DialStep {
  if (input.kind === 'asked') return asked(dial, input)
  if (input.kind === 'restored') return dial === null ? step(restored(input), { do: 'poll-now' }) : step(dial)
  // Anything else is about the current dial: an earlier one is forgotten.
  if (dial === null || ('id' in input && input.id !== dial.id)) return step(dial)
  const { at } = input
  switch (input.kind) {
    case 'confirmed':
      return dial.stage === 'confirming' ? confirmed(dial, input) : step(dial)
    case 'not-stored':
      return step(dial.stage === 'requested' ? notPlaced(dial, 'not-stored', at) : dial)
    case 'answered':
      return answered(dial, input)
    case 'snapshot': {
      const next = followDial(dial, input)
      const hasEnded = next.stage === 'over' && dial.stage !== 'over'
      return hasEnded ? concluded(next) : step(next)
    }
    case 'closed':
      return step(isUnderWay(dial) ? dial : null)
    case 'tick':
      return ticked(dial, at)
  }
}

/**
 * For how long a dial stays at its stage without a response that says more, ms, by a timer: the time of day may be
 * changed while a phone rings. Null: as long as it takes.
 */
export function dialWait(dial: Dial | null): number | null {
  if (dial?.stage === 'over' || dial?.stage === 'talking') return SHOWN_MS
  return dial?.stage === 'requested' ? EXPECTED_MS : null
}

const step = (dial: Dial | null, ...commands: readonly DialCommand[]): DialStep => ({ dial, commands })

const concluded = (dial: Dial): DialStep => step(dial, { do: 'conclude', id: dial.id })

const become = (dial: Dial, stage: DialStage, at: number, why: DialWhy | null = null): Dial => ({
  ...dial,
  stage,
  why,
  since: at,
})

const notPlaced = (dial: Dial, why: NotPlaced, at: number): Dial =>
  become(dial, 'refused', at, { kind: 'not-placed', why })

function asked(
  dial: Dial | null,
  { at, id, extension, target }: Extract<DialInput, { kind: 'asked' }>,
): DialStep {
  // While the first click waits for confirmation, or a call is being placed, another click changes nothing.
  if (isUnderWay(dial) || dial?.id === id) return step(dial)
  const fresh = { ...NEW, id, extension, since: at, sentAt: null, callId: null }
  const next: Dial =
    'refused' in target ? notPlaced({ ...fresh, ...NOBODY }, target.refused, at) : { ...fresh, ...target }
  return step(next)
}

/** Before anything was seen of it. */
const NEW = {
  stage: 'confirming',
  reached: null,
  why: null,
  before: [],
  keys: [],
  absent: 0,
} as const satisfies Partial<Dial>

const NOBODY: DialTarget = { phone: { kind: 'withheld', received: '' }, name: '', target: '' }

function confirmed(dial: Dial, { at, refused, before }: Extract<DialInput, { kind: 'confirmed' }>): DialStep {
  if (refused !== null) return step(notPlaced(dial, refused, at))
  const next: Dial = { ...become(dial, 'requested', at), sentAt: at, before }
  return step(next, { do: 'place', dial: next })
}

function answered(dial: Dial, { at, outcome }: Answered<DialAnswer, string>): DialStep {
  const why = outcome.kind === 'reached' ? outcome.answer : outcome
  if (why.kind === 'accepted') return step({ ...dial, callId: why.callId }, { do: 'poll-now' })
  // Its own leg may have been seen before: then the call was placed, whatever happened to the response.
  if (dial.stage !== 'requested') return step(dial)
  return why.kind === 'declined' || !mayHaveArrived(why)
    ? concluded(become(dial, 'refused', at, why))
    : step(become(dial, 'unknown', at, why), { do: 'poll-now' })
}

type Restored = Extract<DialInput, { kind: 'restored' }>

const restored = ({ id, at, extension, sentAt, callId, target }: Restored): Dial => ({
  ...{ ...NEW, id, extension, sentAt, callId, since: at, stage: 'unknown' },
  ...target,
})

function ticked(dial: Dial, at: number): DialStep {
  if (dial.stage === 'requested') return concluded(become(dial, 'unseen', at))
  if (dialWait(dial) === null) return step(dial)
  // From here on, its card shows the rest.
  return dial.stage === 'talking' ? { ...concluded(dial), dial: null } : step(null)
}
