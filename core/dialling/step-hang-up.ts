import { justSent, MAX_POLLS, sinceClockWasSet, type Answered, type SentRequest } from '../confirmation.ts'
import type { Failure } from '../connection.ts'
import type { Call, CallKey } from '../domain.ts'
import type { Attempt } from '../telephony/attempt.ts'
import type { DialAnswer } from '../telephony/telephony-client.ts'
import { mayHaveArrived } from './may-have-arrived.ts'

/** Why nothing was ended, or may not have been. */
export type HangUpWhy = Extract<DialAnswer, { kind: 'declined' }> | Failure

/**
 * A request to end all calls of the extension, until a response confirms it. `unknown`: no response arrived.
 * `unconfirmed`: several responses still show the calls.
 */
export interface HangUp extends SentRequest<HangUpWhy> {
  readonly id: number
  readonly stage: 'requested' | 'refused' | 'unknown' | 'unconfirmed'
  readonly extension: string
  /** The calls that were on it. */
  readonly calls: readonly CallKey[]
}

/** The inputs of a hang-up. Times are epoch ms by this computer's clock. */
export type HangUpInput =
  | {
      readonly kind: 'asked'
      readonly at: number
      readonly id: number
      readonly extension: string
      readonly calls: readonly CallKey[]
    }
  | Answered<DialAnswer>
  /** `askedAt`: when it was requested. */
  | {
      readonly kind: 'snapshot'
      readonly at: number
      readonly askedAt: number
      readonly calls: readonly Call[]
    }
  | { readonly kind: 'closed' }

/** One step; null if nothing is being ended, or it is done. While a request is in flight, no second one is sent. */
export function stepHangUp(hangUp: HangUp | null, input: HangUpInput): HangUp | null {
  switch (input.kind) {
    case 'asked': {
      if (hangUp?.stage === 'requested') return hangUp
      const { at, id, extension, calls } = input
      return { id, stage: 'requested', extension, calls, ...justSent(at) }
    }
    case 'answered':
      return hangUp !== null && hangUp.id === input.id ? answered(hangUp, input.at, input.outcome) : hangUp
    case 'snapshot':
      return hangUp === null ? null : seen(sinceClockWasSet(hangUp, input.at), input.askedAt, input.calls)
    case 'closed':
      return hangUp?.stage === 'requested' ? hangUp : null
  }
}

function answered(hangUp: HangUp, at: number, outcome: Attempt<DialAnswer>): HangUp {
  const known = { ...hangUp, concludedAt: at }
  if (outcome.kind === 'reached') {
    const { answer } = outcome
    return answer.kind === 'accepted' ? known : { ...known, stage: 'refused', why: answer }
  }
  return { ...known, stage: mayHaveArrived(outcome) ? 'unknown' : 'refused', why: outcome }
}

function seen(hangUp: HangUp, askedAt: number, calls: readonly Call[]): HangUp | null {
  if (askedAt < hangUp.sentAt) return hangUp
  if (!calls.some(({ key }) => hangUp.calls.includes(key))) return null
  if (hangUp.concludedAt === null || askedAt < hangUp.concludedAt || hangUp.stage === 'refused') return hangUp
  const polls = hangUp.polls + 1
  return polls < MAX_POLLS ? { ...hangUp, polls } : { ...hangUp, polls, stage: 'unconfirmed' }
}
