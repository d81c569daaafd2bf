/** A guess of the API's documentation, and what a response says of it. */
export interface Guess {
  /** Where the documentation makes it. */
  readonly where: 'calls' | 'queues' | 'clock' | 'errors' | 'dial' | 'status' | 'call log'
  readonly guess: string
  /** Which way it is here. Nothing of an account is in it but words of the API itself. */
  readonly here: string
}

/** What came back for one question: its body as JSON, or why there is none. */
export type Answered =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown; readonly receivedAt: number }
  | { readonly kind: 'none'; readonly why: string }

export const NOT_SEEN = 'not seen: nothing in the response shows it'
export const NOT_TRIED = 'not tried: it would change something'
