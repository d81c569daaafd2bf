/** An assumption of the API's documentation, and what a response shows about it. */
export interface Guess {
  /** The section of the documentation. */
  readonly where: 'calls' | 'queues' | 'clock' | 'errors' | 'dial' | 'status' | 'call log'
  readonly guess: string
  /** What this account shows. Contains only words of the API, no values of the account. */
  readonly here: string
}

/** The response to a request: its body as JSON, or why there is none. */
export type Answered =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown; readonly receivedAt: number }
  | { readonly kind: 'none'; readonly why: string }

export const NOT_SEEN = 'not seen: nothing in the response shows it'
export const NOT_TRIED = 'not tried: it would change something'
