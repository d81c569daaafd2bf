import type { Failure } from '../connection.ts'
import type { ResponseProblem } from './read-response.ts'
import type { CallerOutcome } from './request-caller.ts'

/** What went wrong with a request, or with a part of its response. Nothing personal. */
export type PopupScreenTrouble =
  | Failure
  /** The endpoint's own error. */
  | { readonly kind: 'not-ok'; readonly status: string }
  | { readonly kind: 'partly'; readonly problems: readonly ResponseProblem[] }
  /** That it was sent couldn't be stored, so it wasn't sent: it might be sent again. */
  | { readonly kind: 'not-stored' }
  /** There were too many within a minute. */
  | { readonly kind: 'too-many' }

/** The state of the Popup Screen endpoint: for the settings view. */
export interface PopupScreenView {
  readonly sent: number
  /** How many of them are done, with a response or without. */
  readonly done: number
  /** Responses that could be used. */
  readonly answered: number
  /** The last request that is done; null before the first one. */
  readonly last: {
    readonly at: number
    /** From the request to its response. */
    readonly ms: number
    readonly trouble: PopupScreenTrouble | null
  } | null
}

export const NOTHING_REQUESTED: PopupScreenView = { sent: 0, done: 0, answered: 0, last: null }

/** The trouble in an outcome; null if there is none. */
export function troubleOf(outcome: CallerOutcome): PopupScreenTrouble | null {
  if (outcome.kind !== 'read') return outcome
  return outcome.problems.length === 0 ? null : { kind: 'partly', problems: outcome.problems }
}

/** A request by hand: its response is shown in the settings, and changes nothing else. */
export type PopupScreenTry =
  /** No address is set; or it isn't on this computer, and the calls are simulated. */
  | { readonly kind: 'off' | 'demo' }
  /** `sample`: there was no last call, or it may not be shown. */
  | {
      readonly kind: 'done'
      readonly sample: boolean
      readonly ms: number
      readonly outcome: CallerOutcome
    }
