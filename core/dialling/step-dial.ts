import type { Call, CallKey } from '../domain.ts'
import type { Attempt } from '../telephony/attempt.ts'
import type { DialAnswer } from '../telephony/telephony-client.ts'
import type { DialTarget } from './dial-target.ts'
import { isUnderWay, type Dial, type DialMemory, type DialStage, type DialWhy } from './dial-state.ts'
import type { NotPlaced } from './dial-state.ts'
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
  | {
      readonly kind: 'answered'
      readonly at: number
      readonly id: string
      readonly outcome: Attempt<DialAnswer>
    }
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
  readonly memory: DialMemory
  readonly commands: readonly DialCommand[]
}

const SHOWN_MS = 6_000 // long enough to read that it has ended

/** One step: the same memory and input always give the same result. */
export function stepDial(memory: DialMemory, input: DialInput): DialStep {
  const { dial } = memory
  switch (input.kind) {
    case 'asked':
      return asked(memory, input)
    case 'confirmed':
      return confirmed(memory, input)
    case 'not-stored':
      return of(dial, input.id, 'requested', (one) => refused(one, 'not-stored', input.at)) ?? still(memory)
    case 'answered':
      return answered(memory, input)
    case 'snapshot': {
      if (dial === null) return still(memory)
      const next = followDial(dial, input)
      return next === dial ? still(memory) : { memory: { dial: next }, commands: ended(dial, next) }
    }
    case 'closed':
      return dial === null || dial.id !== input.id || isUnderWay(dial)
        ? still(memory)
        : { memory: { dial: null }, commands: [] }
    case 'restored':
      return dial === null
        ? { memory: { dial: restored(input) }, commands: [{ do: 'poll-now' }] }
        : still(memory)
    case 'tick':
      return ticked(memory, input.at)
  }
}

/**
 * For how long a dial stays at its stage without a response that says more, ms, by a timer: the time of day may be
 * changed while a phone rings. Null: as long as it takes.
 */
export function dialWait({ dial }: DialMemory): number | null {
  if (dial?.stage === 'over' || dial?.stage === 'talking') return SHOWN_MS
  return dial?.stage === 'requested' ? EXPECTED_MS : null
}

const still = (memory: DialMemory): DialStep => ({ memory, commands: [] })

const conclude = ({ id }: Dial): DialCommand => ({ do: 'conclude', id })

const become = (dial: Dial, stage: DialStage, at: number, why: DialWhy | null = null): Dial => ({
  ...dial,
  stage,
  why,
  since: at,
})

function asked(
  memory: DialMemory,
  { at, id, extension, target }: Extract<DialInput, { kind: 'asked' }>,
): DialStep {
  const { dial } = memory
  // While the first click waits for confirmation, or a call is being placed, another click changes nothing.
  if (isUnderWay(dial) || dial?.id === id) return still(memory)
  const fresh: Dial = {
    ...{
      id,
      extension,
      since: at,
      stage: 'confirming',
      reached: null,
      why: null,
      sentAt: null,
      callId: null,
    },
    ...{ before: [], keys: [], absent: 0 },
    ...('refused' in target ? NOBODY : target),
  }
  const next =
    'refused' in target ? become(fresh, 'refused', at, { kind: 'not-placed', why: target.refused }) : fresh
  return { memory: { dial: next }, commands: [] }
}

const NOBODY: DialTarget = { phone: { kind: 'withheld', received: '' }, name: '', target: '' }

function confirmed(memory: DialMemory, input: Extract<DialInput, { kind: 'confirmed' }>): DialStep {
  const { dial } = memory
  const { at, refused: why, before } = input
  if (dial === null || dial.id !== input.id || dial.stage !== 'confirming') return still(memory)
  if (why !== null)
    return { memory: { dial: become(dial, 'refused', at, { kind: 'not-placed', why }) }, commands: [] }
  const next: Dial = { ...become(dial, 'requested', at), sentAt: at, before }
  return { memory: { dial: next }, commands: [{ do: 'place', dial: next }] }
}

function refused(dial: Dial, why: NotPlaced, at: number): DialStep {
  return { memory: { dial: become(dial, 'refused', at, { kind: 'not-placed', why }) }, commands: [] }
}

function of(dial: Dial | null, id: string, stage: DialStage, run: (dial: Dial) => DialStep): DialStep | null {
  return dial !== null && dial.id === id && dial.stage === stage ? run(dial) : null
}

function answered(memory: DialMemory, input: Extract<DialInput, { kind: 'answered' }>): DialStep {
  const { dial } = memory
  const { at, outcome } = input
  if (dial === null || dial.id !== input.id) return still(memory)
  if (outcome.kind !== 'reached') {
    // Its own leg may have been seen before: then the call was placed, whatever happened to the response.
    if (dial.stage !== 'requested') return still(memory)
    const isSent = mayHaveArrived(outcome)
    const next = become(dial, isSent ? 'unknown' : 'refused', at, outcome)
    return { memory: { dial: next }, commands: isSent ? [{ do: 'poll-now' }] : [conclude(next)] }
  }
  const { answer } = outcome
  if (answer.kind === 'declined') {
    if (dial.stage !== 'requested') return still(memory)
    const next = become(dial, 'refused', at, answer)
    return { memory: { dial: next }, commands: [conclude(next)] }
  }
  return { memory: { dial: { ...dial, callId: answer.callId } }, commands: [{ do: 'poll-now' }] }
}

function restored(input: Extract<DialInput, { kind: 'restored' }>): Dial {
  const { id, at, extension, sentAt, callId, target } = input
  return {
    ...{ id, extension, sentAt, callId, since: at, stage: 'unknown', reached: null, why: null },
    ...{ before: [], keys: [], absent: 0 },
    ...target,
  }
}

function ended(before: Dial, next: Dial): readonly DialCommand[] {
  return next.stage === 'over' && before.stage !== 'over' ? [conclude(next)] : []
}

function ticked(memory: DialMemory, at: number): DialStep {
  const { dial } = memory
  if (dial === null || dialWait(memory) === null) return still(memory)
  if (dial.stage === 'requested') {
    const next = become(dial, 'unseen', at)
    return { memory: { dial: next }, commands: [conclude(next)] }
  }
  // From here on, its card shows the rest.
  return { memory: { dial: null }, commands: dial.stage === 'talking' ? [conclude(dial)] : [] }
}
