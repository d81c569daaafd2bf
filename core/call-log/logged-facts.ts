import type { Outcome } from '../domain.ts'

/** What the call log added to a call in the history. */
export interface LoggedFacts {
  /** When it was filled in, epoch ms by this computer's clock. */
  readonly at: number
  /** True if no poll saw the call: everything about it is from the log. */
  readonly unseen: boolean
  /** A page of the vendor's panel with the recording; null without one. */
  readonly recordingUrl: string | null
  /** By name; `''` without one. */
  readonly queue: string
  /** What polls had shown, where the log differs: the log's values are the call's own. Absent if it agrees. */
  readonly polled?: PolledFacts
}

export interface PolledFacts {
  readonly outcome?: Outcome | 'unknown'
  readonly talkSeconds?: number
  readonly ringSeconds?: number
  readonly answeredBy?: string
}
