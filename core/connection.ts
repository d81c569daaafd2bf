/** Why one attempt got no response. Contains no body, no code and no phone number. */
export type Failure =
  /** 403: this computer's address is not on the account's list. 401 or ERR 1: the code; `err` where it was ERR 1. */
  | { readonly kind: 'refused'; readonly why: 'address' | 'code'; readonly err?: 1 }
  | { readonly kind: 'limited'; readonly retryAfterMs: number | null }
  /** `err` is the API's own ERR where it sent one, `status` the HTTP status; `retryAfterMs` where it requires a wait. */
  | {
      readonly kind: 'faulty'
      readonly status: number
      readonly err: number | null
      readonly retryAfterMs?: number
    }
  | { readonly kind: 'malformed'; readonly why: (typeof MALFORMED)[number] }
  /** `proxy-login`: a proxy requires a user name and a password. */
  | { readonly kind: 'unreachable'; readonly why: (typeof UNREACHABLE)[number] }

/** What a response that isn't from this API can be. */
export const MALFORMED = [
  'not-json',
  'web-page',
  'wrong-shape',
  'too-large',
  'cut-short',
  'redirect',
] as const

/** Why there is no response at all. */
export const UNREACHABLE = [
  ...(['dns', 'connection-refused', 'connection-lost', 'tls', 'proxy-login', 'timeout'] as const),
  ...(['insecure-url', 'aborted', 'network'] as const),
] as const

/**
 * Why a good response wasn't accepted. `incomplete`: it leaves out what is known to continue, and a second one has to agree.
 * `older`: it was generated before the last accepted response.
 */
export interface Doubt {
  readonly kind: 'doubtful'
  readonly why: 'incomplete' | 'older'
}

/** How current the list on screen is. */
export type Connection =
  | { readonly kind: 'paused'; readonly why: 'no-account' | 'asleep' }
  /** Nothing known yet; `failure` when a first try has failed. */
  | { readonly kind: 'connecting'; readonly failure: Failure | Doubt | null }
  | { readonly kind: 'live' }
  /** `since`: the last good response. */
  | { readonly kind: 'stale'; readonly since: number; readonly failure: Failure | Doubt }
  | { readonly kind: 'refused'; readonly since: number | null; readonly why: 'address' | 'code' }
  /** The API knows no such extension, or the code is wrong: the response is the same for both. */
  | { readonly kind: 'unknown-extension'; readonly since: number | null }

/** How current a part with its own requests is: the queues, or the view of all extensions. */
export type PartConnection =
  /** Not requested, because it isn't wanted or isn't allowed. */
  { readonly kind: 'off' } | Extract<Connection, { kind: 'connecting' | 'live' | 'stale' | 'refused' }>
